package org.mandateatlas.registry.model;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of a document record, or of a record inside one: its name, its type, its annotations and its value. */
public final class DeclaredComponent {

    private final RecordComponent component;
    private final MethodHandle accessor;
    private final Class<?> valueType;
    private final boolean required;
    private final Map<Class<?>, Annotation> annotations;

    DeclaredComponent(RecordComponent component) {
        this.component = component;
        this.valueType = valueType(component);
        this.required = !component.getType().isPrimitive()
                && component.getAnnotatedType().getAnnotation(Nullable.class) == null;
        this.annotations = Stream.of(
                        component.getAnnotations(), component.getAccessor().getAnnotations())
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableMap(
                        Annotation::annotationType, annotation -> annotation, (one, same) -> one));
        try {
            component.getAccessor().setAccessible(true);
            this.accessor = MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(MethodType.methodType(Object.class, Record.class));
        } catch (IllegalAccessException e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }

    private static Class<?> valueType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : component.getType();
    }

    /** Returns the name. */
    public String name() {
        return component.getName();
    }

    /** Returns whether it holds a list. */
    public boolean isList() {
        return List.class.isAssignableFrom(component.getType());
    }

    /** Returns the type of its value, or of the items of its list. */
    public Class<?> valueType() {
        return valueType;
    }

    /** Returns whether it must have a value: it is neither primitive nor nullable. */
    public boolean isRequired() {
        return required;
    }

    /** Returns the annotation; null if it has none of that type. */
    public <A extends Annotation> @Nullable A annotation(Class<A> type) {
        return type.cast(annotations.get(type));
    }

    /** Returns its value in the record. */
    public @Nullable Object of(Record owner) {
        try {
            return (Object) accessor.invokeExact(owner);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("cannot read " + component, e);
        }
    }

    /** Returns whether it holds values of other records that documents consist of. */
    boolean holdsRecords() {
        return isModelled(valueType);
    }

    private static boolean isModelled(Class<?> type) {
        return type.isRecord()
                || (type.isSealed()
                        && List.of(type.getPermittedSubclasses()).stream().allMatch(Class::isRecord));
    }

    @Override
    public String toString() {
        return component.getDeclaringRecord().getSimpleName() + "." + name();
    }
}
