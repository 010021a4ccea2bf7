"""What the program can do: the door, the use cases behind it, the command line in front of it."""
