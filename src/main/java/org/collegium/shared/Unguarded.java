package org.collegium.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service whose methods ask for no permission because other services call it inside an operation that was permitted, or
 * jobs do. Views and controllers must not call it; a test looks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unguarded {

    /** Why no permission is asked for. */
    String value();
}
