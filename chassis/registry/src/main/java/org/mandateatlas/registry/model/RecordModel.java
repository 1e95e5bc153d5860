package org.mandateatlas.registry.model;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Dated;
import org.mandateatlas.base.time.Observation;
import org.mandateatlas.base.time.Occurrence;
import org.mandateatlas.base.time.PartialDate;
import org.mandateatlas.base.time.Validity;

/** The declared structure of one record class, read by reflection once; it finds values and makes views without it. */
public final class RecordModel {

    private static final ClassValue<RecordModel> MODELS = new ClassValue<>() {
        @Override
        protected RecordModel computeValue(Class<?> type) {
            return new RecordModel(type);
        }
    };

    private static final Set<Class<? extends Annotation>> OF_TEXTS =
            Set.of(References.class, Name.class, SearchText.class);

    private final Class<?> type;
    private final List<DeclaredComponent> components;
    private final MethodHandle constructor;
    private final Map<Class<? extends Annotation>, List<DeclaredComponent>> leading = new ConcurrentHashMap<>();
    private volatile @Nullable Set<DeclaredComponent> varying;

    private RecordModel(Class<?> type) {
        this.type = type;
        this.components = Arrays.stream(type.getRecordComponents())
                .map(DeclaredComponent::new)
                .toList();
        this.constructor = constructor(type);
    }

    /** Returns the model of a record class. */
    public static RecordModel of(Class<?> type) {
        return MODELS.get(type);
    }

    private static MethodHandle constructor(Class<?> type) {
        try {
            var canonical = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, canonical.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot construct " + type, e);
        }
    }

    /**
     * Checks the annotations of the record class and of all record classes inside.
     *
     * @throws IllegalStateException if an annotation does not fit its component
     */
    public void check() {
        reachable(type, new HashSet<>())
                .forEach(reached -> RecordModel.of(reached).checkComponents());
    }

    private void checkComponents() {
        for (var component : components) {
            for (var annotation : OF_TEXTS) {
                if (component.annotation(annotation) != null && component.valueType() != String.class) {
                    throw new IllegalStateException(component + " is no text, but has @" + annotation.getSimpleName());
                }
            }
            var earlier = component.annotation(EarlierValues.class);
            if (earlier != null
                    && RecordModel.of(component(earlier.value()).valueType()).component(component.name()) == null) {
                throw new IllegalStateException(component + " has no earlier values in " + earlier.value());
            }
        }
    }

    private static Set<Class<?>> reachable(Class<?> from, Set<Class<?>> reached) {
        if (from.isSealed()) {
            for (var permitted : from.getPermittedSubclasses()) {
                reachable(permitted, reached);
            }
        } else if (reached.add(from)) {
            RecordModel.of(from).components.stream()
                    .filter(DeclaredComponent::holdsRecords)
                    .forEach(component -> reachable(component.valueType(), reached));
        }
        return reached;
    }

    /** Returns the components, in their order. */
    public List<DeclaredComponent> components() {
        return components;
    }

    private DeclaredComponent component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getSimpleName() + " has no component " + name));
    }

    /** Returns the annotated values of the record and of all records inside it, in the order of the components. */
    public <A extends Annotation> List<Value<A>> values(Class<A> annotation, Record record) {
        return values(annotation, "", record);
    }

    /**
     * Returns the annotated values of a record inside a document, with pointers from the document.
     *
     * @param pointer JSON pointer of the record
     */
    public <A extends Annotation> List<Value<A>> values(Class<A> annotation, String pointer, Record record) {
        var found = new ArrayList<Value<A>>();
        collect(annotation, pointer, record, Validity.ALWAYS, found);
        return found;
    }

    private <A extends Annotation> void collect(
            Class<A> annotation, String pointer, Record record, Validity validity, List<Value<A>> found) {
        for (var component : leadingTo(annotation)) {
            each(pointer + "/" + component.name(), component.of(record), (place, value) -> {
                var declared = component.annotation(annotation);
                if (declared != null) {
                    found.add(new Value<>(declared, component, place, value, validity));
                }
                if (value instanceof Record inside && component.holdsRecords()) {
                    RecordModel.of(inside.getClass())
                            .collect(annotation, place, inside, within(inside, validity), found);
                }
            });
        }
    }

    private static Validity within(Record item, Validity around) {
        return item instanceof Dated dated ? dated.validity() : around;
    }

    /** The components that have the annotation, or hold records that lead to one that has it. */
    private List<DeclaredComponent> leadingTo(Class<? extends Annotation> annotation) {
        return leading.computeIfAbsent(
                annotation,
                wanted -> components.stream()
                        .filter(component -> component.annotation(wanted) != null
                                || (component.holdsRecords() && leads(component.valueType(), wanted)))
                        .toList());
    }

    private static boolean leads(Class<?> from, Class<? extends Annotation> annotation) {
        return reachable(from, new HashSet<>()).stream()
                .flatMap(reached -> RecordModel.of(reached).components.stream())
                .anyMatch(component -> component.annotation(annotation) != null);
    }

    /** Returns the periods and dates of the record and of all records inside it. */
    public List<Period> periods(Record record) {
        var found = new ArrayList<Period>();
        collectPeriods("", record, found);
        return found;
    }

    private void collectPeriods(String pointer, Record record, List<Period> found) {
        for (var component : components) {
            each(pointer + "/" + component.name(), component.of(record), (place, value) -> {
                switch (value) {
                    case Validity validity -> found.add(new Period(place, validity));
                    case PartialDate date -> found.add(new Period(place, of(date)));
                    case LocalDate day -> found.add(new Period(place, of(PartialDate.of(day.toString()))));
                    case Record inside
                    when component.holdsRecords() ->
                        RecordModel.of(inside.getClass()).collectPeriods(place, inside, found);
                    default -> {
                        // has no date
                    }
                }
            });
        }
    }

    private static Validity of(PartialDate date) {
        return new Validity(date, date);
    }

    /**
     * Returns the view of the record on a day. Of lists, at every depth, it has the dated items that are valid on the day, the
     * occurrences up to the day, and the last observation of each series; of a component with earlier values it has the value
     * of the day.
     */
    public Record at(Record record, LocalDate day) {
        if (varying().isEmpty()) {
            return record;
        }
        var values = new @Nullable Object[components.size()];
        var changed = false;
        for (var i = 0; i < values.length; i++) {
            var component = components.get(i);
            var value = component.of(record);
            values[i] = varying().contains(component) ? onDay(component, record, value, day) : value;
            changed |= values[i] != value;
        }
        return changed ? construct(values) : record;
    }

    /** The components that may differ from day to day. */
    private Set<DeclaredComponent> varying() {
        var known = varying;
        if (known == null) {
            known = components.stream().filter(RecordModel::varies).collect(Collectors.toUnmodifiableSet());
            varying = known;
        }
        return known;
    }

    private static boolean varies(DeclaredComponent component) {
        if (component.annotation(EarlierValues.class) != null) {
            return true;
        }
        return component.holdsRecords()
                && reachable(component.valueType(), new HashSet<>()).stream()
                        .anyMatch(inside -> component.isList() && isOfADay(inside)
                                || RecordModel.of(inside).components.stream().anyMatch(RecordModel::varies));
    }

    private static boolean isOfADay(Class<?> item) {
        return Stream.of(Dated.class, Observation.class, Occurrence.class)
                .anyMatch(kind -> kind.isAssignableFrom(item));
    }

    private @Nullable Object onDay(DeclaredComponent component, Record record, @Nullable Object value, LocalDate day) {
        var earlier = component.annotation(EarlierValues.class);
        return earlier == null ? DayView.of(value, day) : earlierValue(record, component, earlier, day);
    }

    private @Nullable Object earlierValue(
            Record record, DeclaredComponent present, EarlierValues earlier, LocalDate day) {
        if (component(earlier.value()).of(record) instanceof List<?> items) {
            for (var item : items) {
                if (item instanceof Dated dated && dated.validity().contains(day)) {
                    return RecordModel.of(item.getClass())
                            .component(present.name())
                            .of((Record) item);
                }
            }
        }
        return present.of(record);
    }

    private Record construct(@Nullable Object[] values) {
        try {
            return (Record) (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("cannot construct " + type, e);
        }
    }

    private static void each(String pointer, @Nullable Object value, Visitor visitor) {
        switch (value) {
            case null -> {
                // nothing to visit
            }
            case List<?> items -> {
                for (var i = 0; i < items.size(); i++) {
                    if (items.get(i) != null) {
                        visitor.visit(pointer + "/" + i, items.get(i));
                    }
                }
            }
            default -> visitor.visit(pointer, value);
        }
    }

    /** Takes each value of a component. */
    private interface Visitor {
        void visit(String pointer, Object value);
    }
}
