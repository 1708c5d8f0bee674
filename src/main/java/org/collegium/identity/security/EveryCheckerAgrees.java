package org.collegium.identity.security;

import com.vaadin.flow.server.auth.AccessCheckDecision;
import com.vaadin.flow.server.auth.AccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.NavigationContext;
import java.util.List;

/** Opens a view only when one checker allows it and none refuses. */
final class EveryCheckerAgrees implements AccessCheckDecisionResolver {

    @Override
    public AccessCheckResult resolve(List<AccessCheckResult> results, NavigationContext context) {
        for (AccessCheckResult result : results) {
            if (result.decision() == AccessCheckDecision.DENY || result.decision() == AccessCheckDecision.REJECT) {
                return result;
            }
        }
        return results.stream()
                .filter(result -> result.decision() == AccessCheckDecision.ALLOW)
                .findFirst()
                .orElseGet(() -> AccessCheckResult.deny("No rule opens this view"));
    }
}
