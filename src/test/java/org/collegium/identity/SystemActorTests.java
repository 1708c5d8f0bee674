package org.collegium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@Tag("unit")
class SystemActorTests {

    private final Access access = new Access();
    private final SystemActor system = new SystemActor();

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theWorkHoldsThePermissionsItNamesForEveryPartner() {
        boolean may = system.call(
                Set.of("courses:publish"),
                () -> access.may("courses:publish") && access.mayFor("courses:publish", UUID.randomUUID()));

        assertThat(may).isTrue();
    }

    @Test
    void theWorkHoldsNoOtherPermissionNotEvenThoseOfThePersonSignedIn() {
        signIn("courses:edit");

        assertThat(system.call(Set.of("courses:publish"), () -> access.may("courses:edit")))
                .isFalse();
    }

    @Test
    void noPersonStandsBehindTheWork() {
        assertThat(system.call(Set.of("courses:publish"), access::signedIn)).isFalse();
    }

    @Test
    void afterwardsThePersonIsBackWithoutThePermission() {
        signIn("courses:edit");

        system.run(Set.of("courses:publish"), () -> {});

        assertThat(access.may("courses:edit")).isTrue();
        assertThat(access.may("courses:publish")).isFalse();
    }

    @Test
    void afterAFailureNothingIsLeftBehind() {
        assertThatThrownBy(() -> system.run(Set.of("courses:publish"), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(access.may("courses:publish")).isFalse();
    }

    private static void signIn(String permission) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        "ada",
                        null,
                        List.of(new org.springframework.security.core.authority.SimpleGrantedAuthority(permission))));
    }
}
