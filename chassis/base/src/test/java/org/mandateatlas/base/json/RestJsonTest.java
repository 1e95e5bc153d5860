package org.mandateatlas.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies of REST resources spell enum constants as parameters do. */
class RestJsonTest {

    private static final ObjectMapper MAPPER = mapper();

    @Test
    void constantsAreWrittenInKebabCase() throws JsonProcessingException {
        assertEquals(
                "[\"cast-iron\",\"wooden\"]", MAPPER.writeValueAsString(List.of(Material.CAST_IRON, Material.WOOD)));
    }

    @Test
    void constantsAreReadInKebabCaseOnly() throws JsonProcessingException {
        assertEquals(Material.CAST_IRON, MAPPER.readValue("\"cast-iron\"", Material.class));
        assertEquals(Material.WOOD, MAPPER.readValue("\"wooden\"", Material.class));
        assertThrows(InvalidFormatException.class, () -> MAPPER.readValue("\"CAST_IRON\"", Material.class));
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        new RestJson().customize(mapper);
        return mapper;
    }

    private enum Material {
        CAST_IRON,
        @JsonProperty("wooden")
        WOOD
    }
}
