package org.collegium.permissions;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.collegium.courses.CourseId;
import org.collegium.courses.CourseRunId;
import org.collegium.courses.CourseVersionId;
import org.collegium.credentials.keys.Issuer;
import org.collegium.enrolment.StudyFixtures.Offered;
import org.collegium.identity.AccountId;
import org.collegium.partners.PartnerId;
import org.jspecify.annotations.Nullable;

/** What an operation is asked about: things of one partner, and one person. */
final class Subjects {

    private final Map<Class<?>, Object> known;

    Subjects(Offered offered, AccountId person) {
        this.known = Map.of(
                PartnerId.class,
                new PartnerId(offered.partner()),
                CourseId.class,
                offered.course(),
                CourseRunId.class,
                offered.run(),
                CourseVersionId.class,
                offered.version(),
                AccountId.class,
                person,
                Issuer.class,
                new Issuer(offered.partner()));
    }

    /**
     * The arguments of a call; those that the expression does not look at are null.
     *
     * @throws IllegalStateException when the expression looks at something of which no example can be made
     */
    @Nullable
    Object[] argumentsOf(Method method, String expression) {
        Parameter[] parameters = method.getParameters();
        @Nullable Object[] arguments = new Object[parameters.length];
        for (int index = 0; index < parameters.length; index++) {
            String name = parameters[index].getName();
            if (Pattern.compile("#" + name + "\\b").matcher(expression).find()) {
                arguments[index] = example(parameters[index].getType());
                if (arguments[index] == null) {
                    throw new IllegalStateException("There is no example of a " + parameters[index].getType()
                            + ", at which the permission of " + method + " looks");
                }
            } else if (parameters[index].getType().isPrimitive()) {
                arguments[index] = primitive(parameters[index].getType());
            }
        }
        return arguments;
    }

    private @Nullable Object example(Class<?> type) {
        if (known.containsKey(type)) {
            return known.get(type);
        }
        if (type.isPrimitive()) {
            return primitive(type);
        }
        if (type == String.class) {
            return "text";
        }
        return type.isRecord() ? exampleRecord(type) : null;
    }

    /** An example of a record; ids without a type of their own are left out. */
    private Object exampleRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            @Nullable Object[] values = new Object[components.length];
            for (int index = 0; index < components.length; index++) {
                Class<?> component = components[index].getType();
                values[index] =
                        component == UUID.class ? null : component == List.class ? List.of() : example(component);
            }
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("No example of a " + type + " can be made", impossible);
        }
    }

    private static @Nullable Object primitive(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        return type == double.class ? 1.0 : null;
    }
}
