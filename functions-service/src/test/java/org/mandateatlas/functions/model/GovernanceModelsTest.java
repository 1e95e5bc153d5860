package org.mandateatlas.functions.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mandateatlas.functions.model.GovernanceModelFixture.aModel;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.Facet;

/** Filters of governance models. */
class GovernanceModelsTest {

    private final GovernanceModels models = new GovernanceModels();

    @Test
    void itIsFoundByItsDirection() {
        assertEquals(
                List.of(Facet.of("direction", "top-down")),
                models.facets(aModel().growing("top-down").model()));
    }

    @Test
    void aSearchFindsItByNameAndByAllThatIsSaidOfIt() {
        var model = aModel().model();
        assertEquals(List.of("A network"), models.names(model));
        assertEquals(
                List.of(
                        "Officials who know one another.",
                        "Informal.",
                        "Quick.",
                        "Unaccountable.",
                        "Finance ministers."),
                models.texts(model));
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        var model = DocumentJson.read(DocumentJson.stored("{}"), GovernanceModel.class);
        assertEquals(List.of(), model.features());
        assertEquals(List.of(), model.examples());
        assertEquals(null, model.validity().from());
    }
}
