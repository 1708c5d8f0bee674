package org.collegium.identity;

/**
 * What an account may do has changed; whoever keeps roles of a {@link RoleSource} publishes it in the transaction that
 * changes them. Open sessions of the person know it at their next request.
 */
public record RolesChanged(AccountId account) {}
