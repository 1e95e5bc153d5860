package org.mandateatlas.base.json;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Applies the conventions of JSON to the bodies of REST resources. */
@Singleton
class RestJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setAnnotationIntrospectors(
                AnnotationIntrospector.pair(
                        new KebabCaseEnums(), mapper.getSerializationConfig().getAnnotationIntrospector()),
                AnnotationIntrospector.pair(
                        new KebabCaseEnums(), mapper.getDeserializationConfig().getAnnotationIntrospector()));
    }
}
