<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="mi_NZ" sourcelanguage="en_NZ">
    <context>
        <name>ForumDesk</name>
    </context>
</TS>
