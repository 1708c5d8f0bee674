package org.collegium.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.collegium.FullApplicationTest;
import org.collegium.identity.SystemActor;
import org.collegium.partners.Partners;
import org.collegium.permissions.Operations.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Asks for every operation of every service as everybody, and compares with the table that people review. */
@Tag("module")
@FullApplicationTest
class PermissionTableTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService people;

    @Autowired
    private Partners partners;

    @Autowired
    private SystemActor system;

    private TwoPartners here;

    @BeforeEach
    void twoPartnersAndEverybody() {
        here = TwoPartners.with(jdbc, people, partners, system);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Operation operation : Operations.of(context)) {
            rows.put(
                    operation.name(),
                    Arrays.stream(Persona.values())
                            .map(persona -> outcome(operation, persona))
                            .toList());
        }
        PermissionTable.of(rows).isWhatPeopleReviewed("operations.txt");
    }

    @Test
    void everyOperationThatStatesAPermissionIsGuarded() {
        assertThat(Operations.of(context))
                .hasSizeGreaterThan(80)
                .allSatisfy(operation -> assertThat(AskedFor.guards(operation))
                        .as(operation.name())
                        .isNotEmpty());
    }

    private String outcome(Operation operation, Persona persona) {
        here.personas().signIn(persona);
        return Outcome.of((atOwn, themselves) -> {
            Subjects subjects = new Subjects(
                    atOwn ? here.own() : here.other(),
                    here.personas()
                            .account(
                                    themselves
                                            ? persona
                                            : persona == Persona.LEARNER ? Persona.STRANGER : Persona.LEARNER));
            return AskedFor.isAllowed(operation, subjects.argumentsOf(operation.method(), operation.expression()));
        });
    }
}
