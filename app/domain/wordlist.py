"""The plain words offered for a passphrase: lower case, no macrons, so any keyboard can type them."""

from __future__ import annotations

_TEXT = """
    acorn actor adjust admire adobe adult advice aerial affix agenda agile airy aisle album alert alley
    almond alpaca alpine amber amble ample anchor angle animal ankle annex answer anthem antler anvil
    apple april apron arable arcade arch arctic arena argue armour aroma array arrow artist ashore aspect
    aster atlas atom attic auburn audio august aunt author autumn avenue avocado awake award axle azure
    bacon badge baker balcony ball ballad balloon bamboo banana band banjo banner barber bargain bark
    barley barn barrel basalt basil basin basket batch bath baton bay beach beacon bead beam bean bear
    beaver bedrock beech beet beetle began bell bellow belt bench berry bevel bicycle birch bird biscuit
    bishop blanket blaze blend blossom blue boat bobbin bold bolt bonnet book boot border bottle boulder
    bounce bow bowl box bracket braid branch brass bread breeze brick bridge bright brisk bronze brook
    broom brown brush bubble bucket buckle budget buffet bugle builder bulb bumble bunch bundle bunker
    burrow bus bush butter button buzzard cabin cable cactus cadet cake calcium calf calico calm camel
    camera camp canal canary candle cannon canoe canopy canvas canyon cape captain caramel caravan carbon
    card cargo carnival carpet carrot cart carve cascade castle catalog cattle cavern cedar celery cello
    cement centre cereal chain chair chalk chamber channel chapel chapter charm chart cheese cherry chess
    chestnut chime chimney china chisel chorus cider cinder cinema circle circus citrus city clam clamp
    clap claret class clay clever cliff climb clip cloak clock cloth cloud clover club coach coal coast
    coat cobalt cobble cockle cocoa coconut coffee coin collar colour column comet comma compass copper
    coral cord cork corner cosmic cottage cotton couch council count court cousin cove cover crab cradle
    craft crane crater crayon cream creek crest cricket crisp crocus crop crow crown crumb crystal cube
    cuckoo cumin cup cupola curl current curry curtain curve cushion custard cycle cymbal cypress daffodil
    dahlia dairy daisy dance dapple dash date dawn deck deer delta denim depot desert desk detail dew dial
    diamond diary digit dill dinghy dinner disc dish ditch dive dock doctor dollar dolphin dome domino
    donkey door dotted double dough dove down dozen drama draw drawer dream dress drift drill drum duck
    dune dusk dust dwell eager eagle early earth easel east easy echo eclipse edge editor effort eight
    elastic elbow elder elegant elk elm ember emerald emu enamel encore engine enjoy entry envelope epic
    equal errand escort essay estuary even evening exact exhibit expert express extra eyelet fable fabric
    facet factor fair falcon family famous fancy farm farmer fashion feast feather fellow felt fence
    fennel fern ferry fiddle field fig figure film filter finch finger fire fish five flag flame flannel
    flask flax fleece flicker flint float flock floor flour flower flute foal foam focus fog folder folk
    forest fork formal fort fossil fountain four fox frame freckle fresh fridge friend frog frost fruit
    fuchsia fudge funnel furrow gable galaxy gallery gallon game gander gannet garage garden garlic garnet
    gate gather gazebo gecko gentle geyser giant gift ginger giraffe glacier glad glade glass gleam glide
    globe glove glow goal goat gold goose gorge gorse grain grand granite grape graph grass gravel gravy
    green grey grid grove guava guest guide guitar gulf gull gully gumboot gust gypsum habit hall hammer
    hammock hand handle harbour harp harvest hat hatch haven hawk hay hazel heart hearth heather hedge
    height helmet hemlock hemp herald herb heron hiccup high hike hill hinge hobby hockey holiday hollow
    holly home honest honey hood hook hoop hope horizon horn horse hotel hour house hover hull humble
    hundred hurdle hut hyacinth icicle icing idea idle igloo image inch indigo ink inlet input insect
    inside island itch item ivory ivy jacket jade jaguar jam january jar jasmine jaunt jelly jersey jetty
    jewel jigsaw jingle joke jolly journal journey joy judge juggle juice july jumble jumper june jungle
    junior juniper jury kangaroo kauri kayak keen keep kelp kennel kernel kettle key kid kiln kilo kilt
    kind king kiosk kitchen kite kitten kiwi knead knee knife knight knit knock knot koala label lace
    ladder ladle lady lagoon lake lamb lamp land lane lantern lapel larch large lark lasso latch later
    latin laugh laundry laurel lava lavender lawn layer leaf league leap learn leather ledge leek legend
    lemon lentil leopard lesson letter lettuce level lever lichen lift light lilac lily lime limpet line
    linen lion lizard llama loaf lobby lobster local locket lodge loft logic long loom loop lotus loud
    lounge loyal lucky luggage lumber lunar lunch lupin lute lyric macaw machine magma magnet magpie
    mahogany maize mallet mallow manager mandarin mango manor mantle manual manuka maple marble march
    margin marigold marina market marlin maroon marsh marvel mason mast master match matrix mayor maze
    meadow meal medal medley mellow melody melon memo mentor menu merino merit mesh metal meteor method
    middle midnight mild mile milk mill mimic mineral minnow mint minute mirror mist mitten moat mobile
    model modest molar moment monday money month moon moose moral morning mosaic moss moth motor mould
    mountain mouse muffin mulberry mule mural muscle museum mushroom music mussel mustard mutton myrtle
    mystery napkin narrow native nature navy near neat nectar needle nephew nest nettle network nickel
    night nine noble noodle noon north nose notch note novel november nugget number nurse nutmeg nylon oak
    oar oasis oat object oboe ocean octagon october octopus office olive omelette onion opal open opera
    orange orbit orchard orchid order organ origami oriole otter outback outdoor oval oven overture owl
    oxygen oyster paddle paddock page pageant paint palace palette palm panda panel pansy pantry papaya
    paper parade parcel park parrot parsley parsnip partner party pasta pastel pastry patch path patio
    patrol pattern pavilion paving peach peacock peanut pear pearl pebble pedal pelican pencil pendant
    penguin penny pepper perch perfume petal petrel petunia piano picnic picture pier pigeon pillar pillow
    pilot pine pink pioneer pipe pippin pistachio pitch pixel planet plank plaster plate plateau platinum
    plaza plough plum plume plywood pocket poem poet polar polish pollen polo pond pony poplar poppy porch
    porridge port portrait post potato potter pottery powder prairie prawn present pretty primary primrose
    prince print prism prize profile proud prune pudding puffin pulley pulp pumice pump pumpkin puppet
    puppy purple purse puzzle pyramid quail quaint quarry quarter quartz quay queen quest quiet quill
    quilt quince quiver quiz quota rabbit racket radar radio radish raft rafter railway rain rainbow
    raisin rake rally ramble ramp ranch range ranger rapid rascal raspberry ratio raven ravine razor ready
    rebate recipe record red reed reef reel refuge region relay relic relish remedy rent repair rescue
    resin ribbon rice riddle ridge rimu ring ripple river rivet road roast robin robot rocket rodeo roller
    romance roof room root rope rose rosemary rotor round route rowan royal rubber ruby rudder rugby ruler
    rumble runner rural rustic rye saddle saffron sage sail sailor salad salmon salt salute sample sand
    sandal sapling sapphire sardine satchel satin sauce saucer sauna savanna scale scallop scarf scarlet
    scene school science scone scooter score scout screen screw scroll sculptor sea seal season second
    secure seed seesaw senior sepia sequel series settle seven shade shadow shale shallow shark shawl shed
    sheep shelf shell shelter sheriff shield shingle ship shirt shoe shop shore short shovel shrimp shrub
    shuffle shutter sickle signal silence silk silver simple singer siren sister six sketch ski skill
    skipper skirt sky slate sleeve slide slipper slogan slope slow small smart smile smock smooth snack
    snail snapper snooze snorkel snow soap soccer social sock soda sofa soft soil solar soldier solid solo
    sonnet soot soprano sorbet sorrel soup south spade spaniel spark sparrow spearmint special sphere
    spice spider spinach spiral spirit sponge spoon sport spring sprout spruce square squash squid
    squirrel stable stack stadium staff stage stair stamp stanza star starch station statue steady steam
    steel stem stencil step stereo stew stile stitch stone stool stork story stove straw stream street
    string stripe studio sturdy style suede sugar suitcase sultana summer summit sun sunday sundial sunny
    sunset supper surf swallow swamp swan sweater swift swim swing switch sycamore symbol syrup system
    table tablet tackle tadpole tailor talent talon tandem tangle tango tank tapestry target tarpaulin
    tart tartan tassel taste tavern taxi tea teacher teak teapot temple ten tender tennis tent terrace
    texture thatch theatre theme thimble thirty thistle thread three thrush thunder thyme ticket tide tidy
    tiger tile timber time timid tin tinsel title toast toffee tomato tonic tool topaz torch tortoise
    total totara toucan towel tower town toy track tractor trade trail train tram trapeze travel tray
    treasure tree trek trellis triangle tribute trim trio trolley trophy tropic trout trowel truck trumpet
    trunk tuba tulip tumble tuna tundra tunic tunnel turban turnip turquoise turret turtle tussock tutor
    twelve twenty twig twilight twin twist umbrella umpire uncle under unicorn uniform union unique united
    unity upland upper upward urban urchin useful usher usual vacuum valley value valve vanilla vapour
    vase vault vector velvet vendor veranda verse vessel vest viaduct video view villa village vine
    vinegar vintage violet violin vision visit vista vital vivid vocal voice volcano volley volume voyage
    wafer waffle wagon waiter walk wallaby wallet walnut walrus waltz wander warble warm wash wasp water
    wattle wave wax weasel weather weaver wedge week weka west weta whale wharf wheat wheel whisker
    whistle white wicker wide widget wild willow wind window wing winter wire wisdom wisteria wizard
    wombat wonder wood wool world worm woven wren wrist writer yacht yard yarn yarrow yeast yellow yodel
    yogurt yonder young zebra zenith zephyr zero zigzag zinc zinnia zip zither zodiac zone zoology
"""

WORDS: tuple[str, ...] = tuple(_TEXT.split())
