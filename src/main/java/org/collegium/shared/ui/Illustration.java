package org.collegium.shared.ui;

/** Small line drawings for places where there is nothing yet. Class {@code lit} marks the line in pine. */
public enum Illustration {
    /** An open book on a desk. */
    BOOK(
            "<path class='soft' d='M20 96h120'/><path d='M20 96h120'/><path class='soft' d='M80 40c-12-10-30-12-46-9v52c16-3 34-1 46 9"
                    + " 12-10 30-12 46-9V31c-16-3-34-1-46 9z'/><path d='M80 40v52'/><path class='lit' d='M46 46c8-1 15 0 22 4M46 58c8-1 15 0 22 4"
                    + "'/><path d='M114 46c-8-1-15 0-22 4M114 58c-8-1-15 0-22 4M114 70c-8-1-15 0-22 4'/>"),
    /** A magnifier over empty shelves. */
    SEARCH(
            "<path d='M24 92h112M24 58h112M30 24v68M130 24v68M24 24h112'/><path class='soft' d='M40 58V38h8v20zM50 58V34h7v24z'/>"
                    + "<path d='M64 58l6-21 7 2-5 19M100 92V74h9v18M111 92V70h7v22'/><circle class='lit soft' cx='84' cy='66' r='17'/>"
                    + "<path class='lit' d='M97 78l15 15'/>"),
    /** An empty tray. */
    TRAY(
            "<path class='soft' d='M34 62l12-28h68l12 28v26a6 6 0 0 1-6 6H40a6 6 0 0 1-6-6z'/><path d='M34 62h28c2 8 8 13 18 13s16-5 18-13h28'/>"
                    + "<path class='lit' d='M80 14v24M70 29l10 10 10-10'/>"),
    /** A certificate with a seal. */
    CERTIFICATE(
            "<rect class='soft' x='32' y='22' width='96' height='68' rx='4'/><path d='M50 40h60M58 52h44M64 64h20'/>"
                    + "<circle class='lit soft' cx='106' cy='74' r='11'/><path class='lit' d='M100 84l-3 18 9-5 9 5-3-18'/>"),
    /** A path that leads nowhere. */
    SIGNPOST("<path d='M80 20v82M58 102h44'/><path class='soft' d='M80 28h34l10 9-10 9H80zM80 54H46l-10 9 10 9h34z'/>"
            + "<path class='lit' d='M92 37h18M50 63h18'/>"),
    /** A closed door. */
    DOOR("<path d='M36 102h88'/><path class='soft' d='M56 102V22h48v80z'/><path d='M63 31h34v24H63zM63 65h34v28H63z'/>"
            + "<circle class='lit' cx='96' cy='60' r='2.5'/><path class='lit' d='M112 52h14m-5-6 6 6-6 6'/>"),
    /** A table with a tool at rest. */
    WORKSHOP(
            "<path d='M24 70h112M36 70v32M124 70v32'/><path class='soft' d='M48 70V48h30v22z'/><path d='M54 55h18M54 62h12'/>"
                    + "<path class='lit' d='M92 70l4-30h8l4 30M96 40V28h8v12'/><path d='M88 70h24'/>");

    private final String shapes;

    Illustration(String shapes) {
        this.shapes = shapes;
    }

    /** The drawing as SVG text, hidden from screen readers. */
    public String svg() {
        return "<svg class=\"c-empty-picture\" viewBox=\"0 0 160 120\" aria-hidden=\"true\">"
                + shapes.replace('\'', '"') + "</svg>";
    }

    Drawing create() {
        return new Drawing(svg());
    }
}
