package io.dawsos.telemetry.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** Stands for a JDBC object: passes every call on, throws what it throws, equals what it equals. */
abstract class JdbcProxy<T extends Wrapper> implements InvocationHandler {

    final T target;

    JdbcProxy(T target) {
        this.target = target;
    }

    static <I> I as(Class<I> type, JdbcProxy<?> handler) {
        return type.cast(Proxy.newProxyInstance(JdbcProxy.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equals() of a proxy would come here again
    public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
        switch (method.getName()) {
            case "equals" -> {
                return args != null && args.length == 1 && (proxy == args[0] || target.equals(args[0]));
            }
            case "unwrap" -> {
                if (args != null && args[0] instanceof Class<?> type) {
                    return type.isInstance(target) ? target : target.unwrap(type);
                }
            }
            case "isWrapperFor" -> {
                if (args != null && args[0] instanceof Class<?> type) {
                    return type.isInstance(target) || target.isWrapperFor(type);
                }
            }
            default -> {}
        }
        return call(proxy, method, args);
    }

    abstract @Nullable Object call(Object proxy, Method method, Object @Nullable [] args) throws Throwable;

    final @Nullable Object pass(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
