package org.collegium.credentials.templates.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.collegium.credentials.templates.Block;
import org.collegium.credentials.templates.CertificateTemplates;
import org.collegium.credentials.templates.Design;
import org.collegium.credentials.templates.Filling;
import org.collegium.credentials.templates.Texts;
import org.collegium.partners.PartnerId;
import org.collegium.shared.ui.Glyph;
import org.collegium.shared.ui.KeptTyping;
import org.jspecify.annotations.Nullable;

/** What can be said of one block. Texts are those of one language; the others stay. */
final class BlockForm extends Div {

    private static final int MOST_SIGNATORIES = 3;

    private final transient CertificateTemplates templates;
    private final PartnerId partner;
    private final transient Design design;
    private final String language;
    private final transient Consumer<Block> changed;
    private final transient Consumer<Block> rebuilt;
    private final KeptTyping typing;
    private transient Block block;

    /**
     * @param place under which the browser keeps what is typed until it is saved
     * @param changed the block is another one, its form the same
     * @param rebuilt the same, where the form has other fields then
     */
    BlockForm(
            CertificateTemplates templates,
            PartnerId partner,
            String place,
            Design design,
            Block block,
            String language,
            Consumer<Block> changed,
            Consumer<Block> rebuilt) {
        this.templates = templates;
        this.partner = partner;
        this.design = design;
        this.block = block;
        this.language = language;
        this.changed = changed;
        this.rebuilt = rebuilt;
        this.typing = new KeptTyping(this, place);
        addClassName("design-form");
        switch (block) {
            case Block.Logo logo -> logo(logo);
            case Block.Words words -> words(words);
            case Block.Fact fact ->
                add(Fields.look(fact.look(), look -> change(new Block.Fact(fact.id(), fact.what(), look))));
            case Block.Signatures signatures -> signatures(signatures);
            case Block.Check check -> {
                text(
                        "text.check",
                        check.text(),
                        texts -> change(
                                new Block.Check(check.id(), texts, now(check).align())));
                add(Fields.align(
                        check.align(),
                        align -> change(new Block.Check(check.id(), now(check).text(), align))));
            }
            case Block.Rule rule -> add(Fields.tone(rule.tone(), tone -> change(new Block.Rule(rule.id(), tone))));
            case Block.Room room -> room(room);
            case Block.Columns columns ->
                add(Fields.choice(
                        "widths",
                        columns.widths(),
                        widths -> change(new Block.Columns(columns.id(), columns.columns(), widths))));
        }
    }

    /** What was typed is saved; the browser need not keep it. */
    void saved() {
        typing.forget();
    }

    private void change(Block other) {
        block = other;
        changed.accept(other);
    }

    private void rebuild(Block other) {
        block = other;
        rebuilt.accept(other);
    }

    /** The block as it is now, which fields of the same form may have changed. */
    @SuppressWarnings("unchecked")
    private <B extends Block> B now(B like) {
        return (B) like.getClass().cast(block);
    }

    private void logo(Block.Logo logo) {
        add(picture(
                "picture.logo",
                logo.image(),
                image -> change(new Block.Logo(
                        logo.id(),
                        image,
                        now(logo).text(),
                        now(logo).height(),
                        now(logo).align()))));
        text(
                "text.alternative",
                logo.text(),
                texts -> change(new Block.Logo(
                        logo.id(),
                        now(logo).image(),
                        texts,
                        now(logo).height(),
                        now(logo).align())));
        add(
                Fields.height(
                        6,
                        60,
                        logo.height(),
                        height -> change(new Block.Logo(
                                logo.id(),
                                now(logo).image(),
                                now(logo).text(),
                                height,
                                now(logo).align()))),
                Fields.align(
                        logo.align(),
                        align -> change(new Block.Logo(
                                logo.id(),
                                now(logo).image(),
                                now(logo).text(),
                                now(logo).height(),
                                align))));
    }

    private void words(Block.Words words) {
        TextArea area = text(
                "text",
                words.text(),
                texts -> change(new Block.Words(
                        words.id(), texts, now(words).heading(), now(words).look())));
        area.setHelperText(BlockWords.text(
                "placeholders",
                Filling.KNOWN.stream()
                        .map(name -> "{" + name + "}")
                        .reduce((one, other) -> one + " " + other)
                        .orElse("")));
        add(
                Fields.look(
                        words.look(),
                        look -> change(new Block.Words(
                                words.id(), now(words).text(), now(words).heading(), look))),
                Fields.tick(
                        BlockWords.text("heading"),
                        words.heading(),
                        heading -> change(new Block.Words(
                                words.id(),
                                now(words).text(),
                                heading,
                                now(words).look()))));
    }

    private void room(Block.Room room) {
        add(Fields.height(
                1,
                120,
                room.height(),
                height -> change(new Block.Room(room.id(), height, now(room).grows()))));
        if (design.blocks().contains(room)) {
            add(Fields.tick(
                    BlockWords.text("grows"),
                    room.grows(),
                    grows -> change(new Block.Room(room.id(), now(room).height(), grows))));
        }
    }

    private void signatures(Block.Signatures signatures) {
        for (int at = 0; at < signatures.people().size(); at++) {
            person(signatures, at);
        }
        if (signatures.people().size() < MOST_SIGNATORIES) {
            add(new Button(BlockWords.text("person.add"), Glyph.PLUS.create(), click -> {
                List<Block.Signatory> more = new ArrayList<>(now(signatures).people());
                more.add(new Block.Signatory("", Texts.NONE, null));
                rebuild(new Block.Signatures(signatures.id(), more));
            }));
        }
    }

    private void person(Block.Signatures signatures, int at) {
        Block.Signatory person = signatures.people().get(at);
        add(new H3(BlockWords.text("person", at + 1)));
        var name = Fields.line(
                BlockWords.text("person.name"),
                person.name(),
                text -> change(with(
                        signatures,
                        at,
                        new Block.Signatory(
                                text,
                                now(signatures, at).office(),
                                now(signatures, at).image()))));
        typing.with("name-" + at, name);
        add(name);
        String office = person.office().in(language).orElse("");
        var field = Fields.line(
                inLanguage("person.office"),
                office,
                text -> change(with(
                        signatures,
                        at,
                        new Block.Signatory(
                                now(signatures, at).name(),
                                now(signatures, at).office().with(language, text),
                                now(signatures, at).image()))));
        typing.with("office-" + at, field);
        add(field);
        add(picture(
                "picture.signature",
                person.image(),
                image -> change(with(
                        signatures,
                        at,
                        new Block.Signatory(
                                now(signatures, at).name(), now(signatures, at).office(), image)))));
        if (signatures.people().size() > 1) {
            Button remove = new Button(BlockWords.text("person.remove", at + 1), Glyph.TRASH_2.create(), click -> {
                List<Block.Signatory> fewer = new ArrayList<>(now(signatures).people());
                fewer.remove(at);
                rebuild(new Block.Signatures(signatures.id(), fewer));
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            add(remove);
        }
    }

    private Block.Signatory now(Block.Signatures signatures, int at) {
        return now(signatures).people().get(at);
    }

    private Block with(Block.Signatures signatures, int at, Block.Signatory person) {
        List<Block.Signatory> people = new ArrayList<>(now(signatures).people());
        people.set(at, person);
        return new Block.Signatures(signatures.id(), people);
    }

    private PictureField picture(String key, @Nullable UUID image, Consumer<@Nullable UUID> chosen) {
        return new PictureField(BlockWords.text(key), templates, partner, image, chosen);
    }

    private TextArea text(String key, Texts texts, Consumer<Texts> told) {
        TextArea area = Fields.area(
                inLanguage(key), texts.in(language).orElse(""), text -> told.accept(texts.with(language, text)));
        String elsewhere = texts.first(design.languages());
        if (texts.in(language).isEmpty() && !elsewhere.isEmpty()) {
            area.setPlaceholder(elsewhere);
        }
        typing.with(key, area);
        add(area);
        return area;
    }

    private String inLanguage(String key) {
        return design.languages().size() > 1
                ? BlockWords.text("in", BlockWords.text(key), BlockWords.language(language))
                : BlockWords.text(key);
    }
}
