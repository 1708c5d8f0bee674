package org.collegium.credentials.templates;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.collegium.credentials.QrCode;
import org.collegium.credentials.templates.Block.Align;
import org.collegium.credentials.templates.Block.Look;
import org.collegium.credentials.templates.Block.Tone;
import org.collegium.shared.Oklch;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A design as the page that is laid out and printed. Each block has its id, so that one can ask where it came to stand.
 * Written once for each page, since it counts its headings.
 */
final class DesignHtml {

    private static final double MARGIN = 17;
    private static final double QR = 26;
    private static final double SIGNATURE = 72;
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    private final Design design;
    private final Filling filling;
    private final Map<UUID, Picture> pictures;
    private final Room room;
    private final boolean rightToLeft;
    private final Sheet sheet;
    private final StringBuilder html = new StringBuilder();
    private boolean titled;

    /**
     * What was found when it was laid out for the first time.
     *
     * @param scale of all text, 0 to 1
     * @param growing millimetres for each room that grows
     * @param above millimetres above the content of columns, by the id of the column
     */
    record Room(double scale, double growing, Map<String, Double> above) {

        static Room none(double scale) {
            return new Room(scale, 0, Map.of());
        }
    }

    private DesignHtml(Design design, Filling filling, Map<UUID, Picture> pictures, Room room) {
        this.design = design;
        this.filling = filling;
        this.pictures = pictures;
        this.room = room;
        this.rightToLeft = rightToLeft(filling.language());
        this.sheet = new Sheet(design, rightToLeft);
    }

    static String of(Design design, Filling filling, Map<UUID, Picture> pictures, Room room) {
        return new DesignHtml(design, filling, pictures, room).page();
    }

    static boolean rightToLeft(String language) {
        return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage());
    }

    /** The id of a column, as an element. */
    static String column(Block.Columns columns, int number) {
        return columns.id() + "-" + number;
    }

    private String page() {
        html.append("<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(escaped(filling.language()))
                .append("\"><head><title>")
                .append(escaped(filling.title()))
                .append("</title><meta name=\"description\" content=\"")
                .append(escaped(filling.title()))
                .append("\"/><meta name=\"author\" content=\"")
                .append(escaped(filling.partner()))
                .append("\"/><style>")
                .append(sheet.styles())
                .append("</style></head><body>");
        html.append(sheet.frame()).append("<div class=\"sheet\">");
        design.blocks().forEach(this::block);
        return html.append("</div></body></html>").toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Logo logo -> logo(logo);
            case Block.Words words -> words(words);
            case Block.Fact fact -> text(fact.id(), "p", fact.look(), said(fact.what()));
            case Block.Signatures signatures -> signatures(signatures);
            case Block.Check check -> check(check);
            case Block.Rule rule ->
                html.append("<div id=\"%s\" style=\"margin:1.5mm 0;height:0.3mm;background-color:%s\"></div>"
                        .formatted(escaped(rule.id()), colour(rule.tone())));
            case Block.Room empty ->
                html.append("<div id=\"%s\" style=\"height:%smm\"></div>"
                        .formatted(
                                escaped(empty.id()),
                                empty.height() * room.scale() + (empty.grows() ? room.growing() : 0)));
            case Block.Columns columns -> columns(columns);
        }
    }

    private void logo(Block.Logo logo) {
        @Nullable Picture picture = logo.image() == null ? null : pictures.get(logo.image());
        if (picture == null) {
            text(logo.id(), "p", new Look(logo.align(), Tone.ACCENT, 15, true), filling.partner());
            return;
        }
        html.append(
                "<div id=\"%s\" style=\"text-align:%s;line-height:1\"><img src=\"%s\" alt=\"%s\" style=\"height:%smm\"/></div>"
                        .formatted(
                                escaped(logo.id()),
                                side(logo.align()),
                                picture.address(),
                                escaped(heard(logo)),
                                logo.height() * room.scale()));
    }

    private String heard(Block.Logo logo) {
        String text = said(logo.text());
        return text.isEmpty() ? filling.partner() : text;
    }

    private void words(Block.Words words) {
        String tag = words.heading() ? titled ? "h2" : "h1" : "p";
        titled |= words.heading();
        text(words.id(), tag, words.look(), filling.fill(said(words.text())));
    }

    private String said(Texts texts) {
        return texts.first(List.of(filling.language(), design.languages().getFirst()));
    }

    private String said(Block.Fact.Kind what) {
        return switch (what) {
            case RECIPIENT -> filling.recipient();
            case COURSE -> filling.course();
            case PARTNER -> filling.partner();
            case RESULT -> filling.result();
            case SKILLS -> String.join(" · ", filling.skills());
            case DATE -> filling.date();
        };
    }

    private void text(String id, String tag, Look look, String text) {
        html.append("<%s id=\"%s\" style=\"%s\">%s</%s>".formatted(tag, escaped(id), style(look), lines(text), tag));
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br/>");
    }

    private String style(Look look) {
        return "text-align:%s;color:%s;font-size:%spt;padding-bottom:1mm%s"
                .formatted(
                        side(look.align()),
                        colour(look.tone()),
                        look.points() * room.scale(),
                        look.strong() ? ";font-weight:600" : "");
    }

    private void signatures(Block.Signatures signatures) {
        html.append("<div id=\"%s\">".formatted(escaped(signatures.id())));
        int people = signatures.people().size();
        boolean images = signatures.people().stream().anyMatch(person -> person.image() != null);
        for (Block.Signatory person : signatures.people()) {
            html.append("<div class=\"column\" style=\"width:%s%%\"><div style=\"margin-%s:%smm;max-width:%smm\">"
                    .formatted(100.0 / people - 0.01, rightToLeft ? "left" : "right", people == 1 ? 0 : 8, SIGNATURE));
            @Nullable Picture picture = person.image() == null ? null : pictures.get(person.image());
            html.append("<div style=\"height:%smm;line-height:1\">".formatted((images ? 17 : 5) * room.scale()));
            if (images) {
                if (picture != null) {
                    html.append("<img src=\"%s\" alt=\"%s\" style=\"height:%smm\"/>"
                            .formatted(picture.address(), escaped(person.name()), 16 * room.scale()));
                }
            }
            html.append("</div>");
            html.append("<div style=\"height:0.25mm;background-color:%s\"></div>".formatted(colour(Tone.QUIET)));
            paragraph(person.name(), new Look(Align.START, Tone.INK, 11, true));
            paragraph(said(person.office()), new Look(Align.START, Tone.QUIET, 9, false));
            html.append("</div></div>");
        }
        html.append("<div class=\"end\"></div></div>");
    }

    private void paragraph(String text, Look look) {
        if (!text.isEmpty()) {
            html.append("<p style=\"%s;padding-top:1mm\">%s</p>".formatted(style(look), lines(text)));
        }
    }

    private void check(Block.Check check) {
        boolean dark = Oklch.ofHex(design.colours().ground()).lightness() < 0.85;
        String dots = "<div style=\"width:%smm;height:%smm%s%s\">%s</div>"
                .formatted(
                        QR,
                        QR,
                        dark ? ";padding:2mm;background-color:#fff" : "",
                        switch (check.align()) {
                            case START -> ";float:" + side(Align.START);
                            case END -> ";float:" + side(Align.END);
                            case CENTRE -> ";margin:0 auto 2mm";
                        },
                        QrCode.svg(filling.address(), filling.heard())
                                .replace(
                                        "<svg ",
                                        "<svg style=\"width:%smm;height:%smm;display:block\" ".formatted(QR, QR)));
        html.append("<div id=\"%s\">%s".formatted(escaped(check.id()), dots));
        String inset = switch (check.align()) {
            case START -> "margin-" + side(Align.START) + ":33mm;padding-top:4mm";
            case END -> "margin-" + side(Align.END) + ":33mm;padding-top:4mm";
            case CENTRE -> "";
        };
        html.append("<div style=\"%s\">".formatted(inset));
        String lead = said(check.text());
        paragraph(lead.isEmpty() ? filling.check() : lead, new Look(check.align(), Tone.QUIET, 9, false));
        paragraph(filling.address().replaceFirst("^https?://", ""), new Look(check.align(), Tone.INK, 9, false));
        paragraph(filling.code(), new Look(check.align(), Tone.INK, 12, true));
        paragraph(filling.until(), new Look(check.align(), Tone.INK, 9, false));
        html.append("</div><div class=\"end\"></div></div>");
    }

    private void columns(Block.Columns columns) {
        html.append("<div id=\"%s\">".formatted(escaped(columns.id())));
        List<Double> widths = widths(columns);
        for (int number = 0; number < columns.columns().size(); number++) {
            String id = column(columns, number);
            html.append(
                    "<div class=\"column\" id=\"%s\" style=\"width:%s%%;padding-top:%smm\"><div style=\"margin-%s:%smm\">"
                            .formatted(
                                    escaped(id),
                                    widths.get(number) - 0.01,
                                    room.above().getOrDefault(id, 0.0),
                                    rightToLeft ? "left" : "right",
                                    number + 1 < columns.columns().size() ? 6 : 0));
            columns.columns().get(number).forEach(this::block);
            html.append("</div></div>");
        }
        html.append("<div class=\"end\"></div></div>");
    }

    private static List<Double> widths(Block.Columns columns) {
        boolean three = columns.columns().size() == 3;
        return switch (columns.widths()) {
            case EQUAL -> three ? List.of(33.3, 33.3, 33.3) : List.of(50.0, 50.0);
            case FIRST_WIDE -> three ? List.of(50.0, 25.0, 25.0) : List.of(64.0, 36.0);
            case LAST_WIDE -> three ? List.of(25.0, 25.0, 50.0) : List.of(36.0, 64.0);
        };
    }

    private String side(Align align) {
        return switch (align) {
            case CENTRE -> "center";
            case START -> rightToLeft ? "right" : "left";
            case END -> rightToLeft ? "left" : "right";
        };
    }

    private String colour(Tone tone) {
        DesignColours colours = new DesignColours(design.colours());
        return switch (tone) {
            case INK -> colours.ink();
            case QUIET -> colours.quiet();
            case ACCENT -> colours.accent();
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text.replaceAll("[\\p{Cc}&&[^\n]]", " "), "UTF-8");
    }
}
