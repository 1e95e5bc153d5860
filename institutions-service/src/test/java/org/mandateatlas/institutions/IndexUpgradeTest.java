package org.mandateatlas.institutions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mandateatlas.registry.IndexUpgrade;
import org.mandateatlas.testkit.Api;
import org.mandateatlas.testkit.Servers;

/** A new version of the text analyzer indexes all versions of documents again, once. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class IndexUpgradeTest {

    @Inject
    IndexUpgrade upgrade;

    @Test
    void documentsOfAnEarlierAnalyzerAreFoundByTheirWordsAndNames() throws SQLException {
        Api.create("institutions/u-old", Samples.institution("Reindexed Wüstenrot"));
        execute("update entry set words = '', name_words = '', phrases = '{}' where id = 'u-old'");
        execute("delete from facet where id = 'u-old' and term like '%.name=reindexed%'");
        Api.read("institutions?q=wustenrot").body("items", empty());
        Api.read("search?q=reindexed").body("items", empty());

        upgrade.run();
        Api.read("institutions?q=wustenrot").body("items", empty());

        execute("update index_version set number = 0");
        upgrade.run();

        Api.read("institutions?q=wustenrot").body("items.id", contains("u-old"));
        Api.read("institutions?q=reindexed wustenrot").body("items.id", contains("u-old"));
        Api.read("search?q=reindexed").body("items.id", contains("u-old"));
        Api.read("institutions/iom").body("version", equalTo(1));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Servers.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
