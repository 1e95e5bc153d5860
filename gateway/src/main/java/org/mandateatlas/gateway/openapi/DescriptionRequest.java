package org.mandateatlas.gateway.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;

/** The parameters that select a rendition of the API description. */
public class DescriptionRequest {

    private static final List<String> VERSIONS = List.of("3.1", "3.0");
    private static final List<String> PROFILES = List.of("full", "read");

    @RestQuery
    @Parameter(
            description = "Version of OpenAPI: `3.1`, or `3.0` for tools that do not support 3.1.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"3.1", "3.0"},
                            defaultValue = "3.1"))
    @Nullable String version;

    @RestQuery
    @Parameter(
            description =
                    "`full` for all operations, `read` for the reads of documents and computed resources only, for tools and"
                            + " agents that need a small document.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"full", "read"},
                            defaultValue = "full"))
    @Nullable String profile;

    /** Returns the name of the file of the selected rendition. */
    String file() {
        return file(one("profile", profile, PROFILES), one("version", version, VERSIONS));
    }

    /** Returns the names of the files of all renditions. */
    static List<String> files() {
        return PROFILES.stream()
                .flatMap(profile -> VERSIONS.stream().map(version -> file(profile, version)))
                .toList();
    }

    private static String file(String profile, String version) {
        return "/openapi" + (profile.equals("full") ? "" : "-" + profile) + (version.equals("3.1") ? "" : "-" + version)
                + ".yaml";
    }

    private static String one(String parameter, @Nullable String value, List<String> known) {
        return value == null
                ? known.getFirst()
                : Parse.words(parameter, List.of(value), known).getFirst();
    }
}
