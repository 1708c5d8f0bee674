package org.collegium.permissions;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.collegium.permissions.Operations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.method.AuthorizationAdvisor;

/**
 * A call that goes through the very interceptors with which the application guards the bean, and ends where the method
 * would begin: whether it is allowed is found out without doing anything.
 */
final class AskedFor implements MethodInvocation {

    private final Object target;
    private final Method method;
    private final @Nullable Object[] arguments;

    private AskedFor(Object target, Method method, @Nullable Object[] arguments) {
        this.target = target;
        this.method = method;
        this.arguments = arguments;
    }

    /** Whether the person who is signed in now may call an operation with these arguments. */
    static boolean isAllowed(Operation operation, @Nullable Object[] arguments) {
        Object target = AopProxyUtils.getSingletonTarget(operation.bean());
        AskedFor call = new AskedFor(target == null ? operation.bean() : target, operation.method(), arguments);
        try {
            for (MethodInterceptor guard : guards(operation)) {
                guard.invoke(call);
            }
            return true;
        } catch (AccessDeniedException refused) {
            return false;
        } catch (Throwable broken) {
            throw new IllegalStateException("The permission of " + operation.name() + " cannot be asked for", broken);
        }
    }

    /** The interceptors that ask for the permission of an operation; none when nothing guards it. */
    static List<MethodInterceptor> guards(Operation operation) {
        if (!(operation.bean() instanceof Advised proxy)) {
            return List.of();
        }
        return Arrays.stream(proxy.getAdvisors())
                .filter(PointcutAdvisor.class::isInstance)
                .map(PointcutAdvisor.class::cast)
                .filter(advisor ->
                        advisor.getPointcut().getMethodMatcher().matches(operation.method(), operation.type()))
                .map(Advisor::getAdvice)
                .filter(AuthorizationAdvisor.class::isInstance)
                .map(MethodInterceptor.class::cast)
                .toList();
    }

    @Override
    public Method getMethod() {
        return method;
    }

    @Override
    public @Nullable Object[] getArguments() {
        return arguments;
    }

    @Override
    public @Nullable Object proceed() {
        return null;
    }

    @Override
    public Object getThis() {
        return target;
    }

    @Override
    public AccessibleObject getStaticPart() {
        return method;
    }
}
