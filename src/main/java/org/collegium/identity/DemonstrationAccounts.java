package org.collegium.identity;

import java.util.List;

/** The accounts that the sign-in page offers in demonstration mode; contributed as a bean. */
public record DemonstrationAccounts(List<DemonstrationAccount> accounts) {

    public DemonstrationAccounts {
        accounts = List.copyOf(accounts);
    }

    /**
     * One account to try.
     *
     * @param label message key of the role, for instance {@code identity.role.AUTHOR}
     */
    public record DemonstrationAccount(String label, String name, String email, String password) {}
}
