package org.collegium.identity;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.function.Predicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * What the addresses of a view name, such as one course; a module contributes one bean for each kind. It is asked when such an
 * address is opened, before there is a view, so that an address that names nothing is answered "not found".
 *
 * @param view the view, or what several views extend
 * @param named whether there is what the address names; {@link NotFoundException} says no as well
 */
public record AddressedThing(Class<?> view, Predicate<RouteParameters> named) {

    /** Whether a view at this address has something to show. Whoever may not know is told so by the view. */
    public boolean isThere(Class<?> opened, RouteParameters address) {
        try {
            return !view.isAssignableFrom(opened) || named.test(address);
        } catch (NotFoundException nothing) {
            return false;
        } catch (AccessDeniedException | AuthenticationException notForThem) {
            return true;
        }
    }
}
