package org.mandateatlas.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.List;
import org.mandateatlas.base.time.Validity;

/** Reads a list that is null or absent as the empty list, and such a validity as {@link Validity#ALWAYS}. */
final class AbsentValues extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> standard) {
        return type.getBeanClass() == Validity.class ? new Validities((BeanDeserializerBase) standard) : standard;
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> standard) {
        return List.class.isAssignableFrom(type.getRawClass()) ? new Lists(standard) : standard;
    }

    private static final class Validities extends BeanDeserializer {

        private static final long serialVersionUID = 1;

        Validities(BeanDeserializerBase standard) {
            super(standard);
        }

        @Override
        public Validity getNullValue(DeserializationContext context) {
            return Validity.ALWAYS;
        }
    }

    private static final class Lists extends DelegatingDeserializer {

        private static final long serialVersionUID = 1;

        Lists(JsonDeserializer<?> standard) {
            super(standard);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> standard) {
            return new Lists(standard);
        }

        @Override
        public List<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return List.copyOf((List<?>) super.deserialize(parser, context));
        }

        @Override
        public List<?> getNullValue(DeserializationContext context) {
            return List.of();
        }

        @Override
        public List<?> getAbsentValue(DeserializationContext context) {
            return List.of();
        }
    }
}
