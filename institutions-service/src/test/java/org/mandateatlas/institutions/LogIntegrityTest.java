package org.mandateatlas.institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.mandateatlas.testkit.Servers;

/** The log cannot be rewritten, and when somebody with the database's keys does it all the same, it shows. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Functions.class)
class LogIntegrityTest {

    private static final String REWRITE = "update revision set actor = '%s' where stream = 'source' and sequence = 3";

    @Inject
    AgroalDataSource database;

    @Test
    void theDatabaseRefusesToRewriteTheLog() {
        assertThrows(SQLException.class, () -> execute(REWRITE.formatted("mallory")));
        assertThrows(
                SQLException.class, () -> execute("delete from revision where stream = 'source' and sequence = 3"));
        assertThrows(SQLException.class, () -> execute("truncate revision cascade"));
    }

    @Test
    void aRewrittenRevisionShows() throws Exception {
        given().get("/q/health/well").then().statusCode(200);
        execute("alter table revision disable trigger append_only");
        try {
            execute(REWRITE.formatted("mallory"));

            given().get("/q/health/well")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'log' }.data.source", equalTo(3));
        } finally {
            execute(REWRITE.formatted("dataset"));
            execute("alter table revision enable trigger append_only");
        }
        given().get("/q/health/well").then().statusCode(200);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
