package org.collegium.credentials.templates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for what is wrong with a design before certificates are issued by it. */
final class Checking {

    private final Design design;
    private final Map<UUID, Picture> pictures;
    private final String first;
    private final Set<DesignFault> faults = new LinkedHashSet<>();

    private Checking(Design design, Map<UUID, Picture> pictures) {
        this.design = design;
        this.pictures = pictures;
        this.first = design.languages().getFirst();
    }

    /** What can be said without drawing it. */
    static List<DesignFault> quick(Design design, Map<UUID, Picture> pictures) {
        Checking checking = new Checking(design, pictures);
        checking.look();
        return List.copyOf(checking.faults);
    }

    /**
     * All, with what does not fit onto the page for an ordinary and for a very long name in each language.
     *
     * @param example what an example says in a language
     */
    static List<DesignFault> all(
            Design design, Map<UUID, Picture> pictures, BiFunction<Example, String, Filling> example) {
        List<DesignFault> faults = new ArrayList<>(quick(design, pictures));
        for (String language : design.languages()) {
            faults.addAll(
                    outside(Drawing.unscaled(design, example.apply(Example.TYPICAL, language), pictures), design));
            faults.addAll(outside(Drawing.of(design, example.apply(Example.LONG, language), pictures), design));
        }
        return faults.stream().distinct().toList();
    }

    /** What stood outside when it was drawn. */
    static List<DesignFault> outside(DrawnPage page, Design design) {
        return design.all()
                .map(Block::id)
                .filter(page.outside()::contains)
                .map(id -> DesignFault.forbids(id, "outside"))
                .toList();
    }

    private void look() {
        DesignColours colours = new DesignColours(design.colours());
        contrast("contrast.ink", colours.contrastOfInk());
        contrast("contrast.accent", colours.contrastOfAccent());
        needs("recipient", Block.Fact.Kind.RECIPIENT);
        needs("course", Block.Fact.Kind.COURSE);
        if (design.all().noneMatch(Block.Check.class::isInstance)) {
            faults.add(DesignFault.forbids("", "check"));
        }
        design.all().forEach(this::look);
    }

    private void contrast(String code, double found) {
        if (found < DesignColours.LEAST) {
            faults.add(DesignFault.forbids("", code, Math.floor(found * 10) / 10, DesignColours.LEAST));
        }
    }

    private void needs(String placeholder, Block.Fact.Kind kind) {
        boolean said = design.all().anyMatch(block -> switch (block) {
            case Block.Fact fact -> fact.what() == kind;
            case Block.Words words -> Filling.names(words.text().first(List.of(first)), placeholder);
            default -> false;
        });
        if (!said) {
            faults.add(DesignFault.forbids("", placeholder));
        }
    }

    private void look(Block block) {
        switch (block) {
            case Block.Logo logo -> picture(logo.id(), Stream.ofNullable(logo.image()));
            case Block.Words words -> {
                if (words.text().in(first).isEmpty()) {
                    faults.add(DesignFault.forbids(words.id(), "text", language(first)));
                }
                words.text().byLanguage().values().stream()
                        .flatMap(text -> Filling.unknown(text).stream())
                        .forEach(name -> faults.add(DesignFault.forbids(
                                words.id(), "placeholder", name, String.join(", ", Filling.KNOWN))));
                translated(words.id(), words.text());
            }
            case Block.Signatures signatures -> {
                picture(
                        signatures.id(),
                        signatures.people().stream().flatMap(person -> Stream.ofNullable(person.image())));
                if (signatures.people().stream()
                        .anyMatch(person -> person.name().isBlank())) {
                    faults.add(DesignFault.forbids(signatures.id(), "signatory"));
                }
                signatures.people().forEach(person -> translated(signatures.id(), person.office()));
            }
            case Block.Check check -> translated(check.id(), check.text());
            case Block.Fact fact -> {}
            case Block.Rule rule -> {}
            case Block.Room room -> {}
            case Block.Columns columns -> {}
        }
    }

    private void picture(String block, Stream<UUID> images) {
        if (images.anyMatch(image -> !pictures.containsKey(image))) {
            faults.add(DesignFault.forbids(block, "image"));
        }
    }

    /** What is said in one language should be in all of them. */
    private void translated(String block, Texts texts) {
        String missing = design.languages().stream()
                .filter(language -> texts.in(language).isEmpty())
                .map(Checking::language)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && texts.in(first).isPresent()) {
            faults.add(DesignFault.notes(block, "untranslated", missing, language(first)));
        }
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}
