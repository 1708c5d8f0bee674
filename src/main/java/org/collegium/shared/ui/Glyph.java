package org.collegium.shared.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The icons of the platform: Lucide's shapes from one sprite, drawn with a stroke of 1.5 pixels in the colour of the text.
 * An icon never stands alone; a text or an accessible name goes with it. {@code frontend/site/icons.txt} lists the same
 * names.
 */
public enum Glyph {
    ACCESSIBILITY,
    ARCHIVE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    AWARD,
    BADGE_CHECK,
    BAN,
    BELL,
    BOLD,
    BOOK_OPEN,
    BOOKMARK,
    BUILDING_2,
    CALENDAR,
    CAMERA,
    CAPTIONS,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CIRCLE,
    CIRCLE_ALERT,
    CIRCLE_CHECK,
    CIRCLE_HELP,
    CIRCLE_X,
    CLIPBOARD_LIST,
    CLOCK,
    CLOUD_OFF,
    CODE,
    COMPASS,
    COPY,
    DOWNLOAD,
    EYE,
    FILE_TEXT,
    FLAG,
    FLASK_CONICAL,
    FOLDER_UP,
    GAUGE,
    GIT_BRANCH,
    GLOBE,
    GRADUATION_CAP,
    GRIP_VERTICAL,
    HASH,
    HEADING,
    HISTORY,
    IMAGE,
    INBOX,
    INFO,
    ITALIC,
    KEY_ROUND,
    LANGUAGES,
    LAYERS,
    LIBRARY,
    LINK,
    LIST,
    LIST_CHECKS,
    LIST_ORDERED,
    LIST_TREE,
    LOCK,
    LOG_IN,
    LOG_OUT,
    MAIL,
    MENU,
    MESSAGE_SQUARE,
    MINUS,
    MONITOR,
    MOON,
    MORE_HORIZONTAL,
    NOTEBOOK_PEN,
    NOTEBOOK_TEXT,
    PAPERCLIP,
    PAUSE,
    PENCIL,
    PLAY,
    PLUS,
    PRINTER,
    QR_CODE,
    REFRESH_CW,
    ROTATE_CCW,
    SAVE,
    SCALE,
    SEARCH,
    SEND,
    SETTINGS,
    SHIELD_CHECK,
    SIGMA,
    SIGNAL,
    SLIDERS_HORIZONTAL,
    SQUARE_PEN,
    STAR,
    SUN,
    TABLE,
    TARGET,
    TRASH_2,
    TRIANGLE_ALERT,
    UNDO_2,
    UPLOAD,
    USER,
    USER_PLUS,
    USERS,
    VIDEO,
    X;

    /** Those that point along the text; where it runs from right to left they are mirrored. */
    private static final Set<Glyph> DIRECTIONAL =
            EnumSet.of(ARROW_LEFT, ARROW_RIGHT, CHEVRON_LEFT, CHEVRON_RIGHT, LIST_TREE, LOG_IN, LOG_OUT, SEND, UNDO_2);

    /** The name of the icon in the sprite, such as {@code book-open}. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same as {@link #create} as HTML, for what stands many times in a page: the server then keeps nothing of each. */
    public String html(String className) {
        String classes = "c-icon" + (DIRECTIONAL.contains(this) ? " c-icon-directional" : "")
                + (className.isEmpty() ? "" : " " + className);
        return "<svg aria-hidden=\"true\" class=\"" + classes + "\"><use href=\"" + SiteFiles.SPRITE + "#" + symbol()
                + "\"></use></svg>";
    }

    /** A new icon, hidden from screen readers because its label speaks. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(SiteFiles.SPRITE, symbol());
        icon.addClassName("c-icon");
        if (DIRECTIONAL.contains(this)) {
            icon.addClassName("c-icon-directional");
        }
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
