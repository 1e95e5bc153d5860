package org.mandateatlas.registry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.PartialDate;

/** Stores a partial date in a text column. */
@Converter(autoApply = true)
class PartialDateColumn implements AttributeConverter<PartialDate, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    @Override
    public @Nullable PartialDate convertToEntityAttribute(@Nullable String text) {
        return of(text);
    }

    /** Returns the date in a column. */
    static @Nullable PartialDate of(@Nullable String text) {
        return text == null ? null : PartialDate.of(text);
    }
}
