package org.collegium.credentials.templates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.collegium.shared.Rules;

/** What every draft keeps to, whether it is finished or not: limits that keep a page a page. */
final class DesignRules {

    static final int MOST_BLOCKS = 40;
    static final int MOST_LANGUAGES = 12;
    static final int MOST_LETTERS = 1_000;
    static final int MOST_SIGNATORIES = 3;
    static final int LONGEST_NAME = 120;

    private static final String COLOUR = "#[0-9a-fA-F]{6}";
    private static final String LANGUAGE = "[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}";
    private static final String ID = "[a-z0-9-]{1,40}";

    private DesignRules() {}

    /** @throws org.collegium.shared.RuleViolation when a draft goes beyond a limit */
    static void hold(String name, Design design) {
        Rules rules = new Rules()
                .that(
                        !name.isBlank() && name.length() <= LONGEST_NAME,
                        "credentials.template.name.length",
                        name.length(),
                        LONGEST_NAME)
                .that(
                        !design.languages().isEmpty()
                                && design.languages().size() <= MOST_LANGUAGES
                                && design.languages().stream().allMatch(language -> language.matches(LANGUAGE))
                                && new HashSet<>(design.languages()).size()
                                        == design.languages().size(),
                        "credentials.template.languages",
                        MOST_LANGUAGES)
                .that(
                        List.of(
                                        design.colours().ground(),
                                        design.colours().ink(),
                                        design.colours().accent())
                                .stream()
                                .allMatch(colour -> colour.matches(COLOUR)),
                        "credentials.template.colours")
                .that(design.all().count() <= MOST_BLOCKS, "credentials.template.blocks", MOST_BLOCKS);
        Set<String> ids = new HashSet<>();
        design.all().forEach(block -> {
            rules.that(block.id().matches(ID) && ids.add(block.id()), "credentials.template.ids", block.id());
            hold(rules, block);
        });
        rules.hold();
    }

    private static void hold(Rules rules, Block block) {
        switch (block) {
            case Block.Logo logo -> {
                text(rules, logo.text());
                rules.that(within(logo.height(), 6, 60), "credentials.template.height", 6, 60);
            }
            case Block.Words words -> {
                text(rules, words.text());
                look(rules, words.look());
            }
            case Block.Fact fact -> look(rules, fact.look());
            case Block.Signatures signatures -> {
                rules.that(
                        within(signatures.people().size(), 1, MOST_SIGNATORIES),
                        "credentials.template.signatories",
                        MOST_SIGNATORIES);
                signatures.people().forEach(person -> {
                    rules.that(person.name().length() <= 120, "credentials.template.text", 120);
                    text(rules, person.office());
                });
            }
            case Block.Check check -> text(rules, check.text());
            case Block.Rule rule -> {}
            case Block.Room room -> rules.that(within(room.height(), 1, 120), "credentials.template.height", 1, 120);
            case Block.Columns columns ->
                rules.that(
                        within(columns.columns().size(), 2, 3)
                                && columns.columns().stream()
                                        .flatMap(List::stream)
                                        .noneMatch(inner -> inner instanceof Block.Columns
                                                || (inner instanceof Block.Room room && room.grows())),
                        "credentials.template.columns");
        }
    }

    private static void text(Rules rules, Texts texts) {
        rules.that(
                texts.byLanguage().values().stream().allMatch(text -> text.length() <= MOST_LETTERS),
                "credentials.template.text",
                MOST_LETTERS);
    }

    private static void look(Rules rules, Block.Look look) {
        rules.that(within(look.points(), 7, 60), "credentials.template.points", 7, 60);
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
