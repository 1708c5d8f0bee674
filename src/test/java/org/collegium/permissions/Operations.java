package org.collegium.permissions;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.ClassUtils;

/** Every method of every bean of ours that states a permission. */
final class Operations {

    private Operations() {}

    /**
     * A method that states its permission.
     *
     * @param bean as others get it
     * @param type the class that the method is written in
     */
    record Operation(Object bean, Class<?> type, Method method, String expression) {

        /** The module, the class and the method with the types of its parameters. */
        String name() {
            String module = type.getPackageName().split("\\.")[2];
            String parameters = Arrays.stream(method.getParameterTypes())
                    .map(parameter -> ClassUtils.getShortName(parameter).replaceAll(".*\\.", ""))
                    .collect(Collectors.joining(", "));
            return "%s: %s.%s(%s)".formatted(module, type.getSimpleName(), method.getName(), parameters);
        }
    }

    static List<Operation> of(ApplicationContext context) {
        List<Operation> operations = new ArrayList<>();
        for (String name : context.getBeanNamesForType(Object.class, false, false)) {
            Class<?> declared = context.getType(name, false);
            if (declared != null
                    && ClassUtils.getUserClass(declared).getName().startsWith("org.collegium.")
                    && statesSomething(ClassUtils.getUserClass(declared))) {
                Object bean = context.getBean(name);
                Class<?> type = AopProxyUtils.ultimateTargetClass(bean);
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> expression(type, method) != null)
                        .map(method -> new Operation(bean, type, method, String.valueOf(expression(type, method))))
                        .forEach(operations::add);
            }
        }
        operations.sort(Comparator.comparing(Operation::name));
        return operations;
    }

    private static boolean statesSomething(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> expression(type, method) != null);
    }

    private static @Nullable String expression(Class<?> type, Method method) {
        if (method.isSynthetic() || !Modifier.isPublic(method.getModifiers())) {
            return null;
        }
        PreAuthorize stated = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        PreAuthorize ofType = AnnotatedElementUtils.findMergedAnnotation(type, PreAuthorize.class);
        if (stated != null) {
            return stated.value();
        }
        return ofType == null ? null : ofType.value();
    }
}
