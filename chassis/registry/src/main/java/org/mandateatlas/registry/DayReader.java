package org.mandateatlas.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.mandateatlas.base.time.CalendarDate;

/** Reads a calendar date of the form 2004-12-31, and no other form. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1;

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            try {
                return CalendarDate.parse(parser.getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw context.weirdStringException(parser.getText(), LocalDate.class, "not a calendar date");
            }
        }
        throw context.wrongTokenException(parser, LocalDate.class, JsonToken.VALUE_STRING, "not a day");
    }
}
