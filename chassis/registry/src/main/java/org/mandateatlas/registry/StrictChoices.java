package org.mandateatlas.registry;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.impl.AsPropertyTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads what may be one of several records from an object alone, where Jackson would also take a list. */
final class StrictChoices extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    protected StdTypeResolverBuilder _constructStdTypeResolverBuilder(
            MapperConfig<?> config, JsonTypeInfo.Value settings, JavaType choice) {
        return new StdTypeResolverBuilder(settings) {
            @Override
            public TypeDeserializer buildTypeDeserializer(
                    DeserializationConfig reading, JavaType type, Collection<NamedType> records) {
                return new FromObject(
                        (AsPropertyTypeDeserializer) super.buildTypeDeserializer(reading, type, records), null);
            }
        };
    }

    /** Rejects values that are not objects. */
    private static final class FromObject extends AsPropertyTypeDeserializer {

        private static final long serialVersionUID = 1;

        FromObject(AsPropertyTypeDeserializer lenient, @Nullable BeanProperty property) {
            super(lenient, property);
        }

        @Override
        public TypeDeserializer forProperty(@Nullable BeanProperty property) {
            return new FromObject(this, property);
        }

        @Override
        public Object deserializeTypedFromObject(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw context.wrongTokenException(parser, _baseType, JsonToken.START_OBJECT, "not an object");
            }
            return super.deserializeTypedFromObject(parser, context);
        }
    }
}
