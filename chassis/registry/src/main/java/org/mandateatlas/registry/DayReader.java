package org.mandateatlas.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a calendar date of the form 2004-12-31, and no other form. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1;

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    DayReader() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)
                && FORM.matcher(parser.getText()).matches()) {
            try {
                return LocalDate.parse(parser.getText());
            } catch (DateTimeException e) {
                throw context.weirdStringException(parser.getText(), LocalDate.class, "not a calendar date");
            }
        }
        throw context.wrongTokenException(parser, LocalDate.class, JsonToken.VALUE_STRING, "not a day");
    }
}
