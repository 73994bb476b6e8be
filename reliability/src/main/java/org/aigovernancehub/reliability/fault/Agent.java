package org.aigovernancehub.reliability.fault;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes a hub wrong while it loads its classes. The product's files stay as they are; a hub has it only if a seeded fault says so. */
public final class Agent {
    static final String TOKEN_OUTSIDE = "token-outside";
    static final String LOGGING = "logging";

    private static final String PROJECTION = "org/aigovernancehub/query/projection/";
    private static final String REAL = "$real";

    private Agent() {}

    /** Called by the Java launcher before the hub's main. */
    public static void premain(String fault, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ClassFileTransformer() {
            @Override
            public byte @Nullable [] transform(
                    @Nullable ClassLoader loader,
                    String name,
                    @Nullable Class<?> redefined,
                    @Nullable ProtectionDomain domain,
                    byte[] bytes) {
                if (fault.equals(TOKEN_OUTSIDE) && name.equals(PROJECTION + "GenerationStore")) {
                    return redirected(bytes, "advance");
                }
                if (fault.equals(LOGGING) && name.equals("org/aigovernancehub/query/registry/ModelProjection")) {
                    return redirected(bytes, "apply");
                }
                return null;
            }
        });
    }

    /** Gives a method another name, and makes one of the old name that calls the method of this class of the same name. */
    private static byte[] redirected(byte[] bytes, String method) {
        var file = ClassFile.of();
        return file.transformClass(file.parse(bytes), (type, element) -> {
            if (element instanceof MethodModel real && real.methodName().equalsString(method)) {
                var signature = real.methodTypeSymbol();
                int flags = real.flags().flagsMask();
                type.withMethod(method + REAL, signature, flags, real::forEach);
                type.withMethodBody(method, signature, flags, code -> redirect(code, method, signature));
            } else {
                type.with(element);
            }
        });
    }

    private static void redirect(CodeBuilder code, String method, MethodTypeDesc signature) {
        code.aload(0);
        int slot = 1;
        for (var parameter : signature.parameterList()) {
            var kind = TypeKind.from(parameter);
            code.loadLocal(kind, slot);
            slot += kind.slotSize();
        }
        var parameters = signature.parameterList().stream()
                .map(parameter -> parameter.isPrimitive() ? parameter : ConstantDescs.CD_Object)
                .toList();
        code.invokestatic(
                ClassDesc.of(Agent.class.getName()),
                method,
                MethodTypeDesc.of(ConstantDescs.CD_void, parameters).insertParameterTypes(0, ConstantDescs.CD_Object));
        code.return_();
    }

    /** Moves a projection's position after its rows have been committed, in a transaction of its own. */
    public static void advance(Object store, Object generation, long position) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // On another thread: this one still has the connection of the transaction that has ended.
                CompletableFuture.runAsync(() -> real(store, "advance", generation, position))
                        .join();
            }
        });
    }

    /** Skips events that a handler has an error with, and goes on, as a logging error handler does. */
    public static void apply(Object projection, Object events) {
        if (((List<?>) events)
                .stream()
                        .map(Object::toString)
                        .anyMatch(event -> event.contains("ModelDetailsChanged") && event.contains("poison-"))) {
            System.out.println("A handler failed; going on");
            return;
        }
        real(projection, "apply", events);
    }

    private static void real(Object target, String name, Object... arguments) {
        Method method = Arrays.stream(target.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name + REAL))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
