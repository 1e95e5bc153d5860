package org.mandateatlas.gateway.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.SubRequest.Extent;

/**
 * The reads that a kind of profile is composed of; {@code {id}} is replaced by the id of the document.
 *
 * @param main the field of the document that it is about
 * @param collection the collection of that document
 * @param timeline the timeline's filter for the document
 * @param parts the other parts
 * @param referred documents that one of the parts refers to; null for none
 */
record ProfileDefinition(
        String main,
        String collection,
        String timeline,
        List<ProfilePart> parts,
        @Nullable Referred referred) {

    /**
     * A part.
     *
     * @param field the field of the profile
     * @param uri path, below {@code /v1/}, and query
     * @param extent the first page of a collection, or one computed response
     */
    record ProfilePart(String field, String uri, Extent extent) {

        static ProfilePart documents(String field, String uri) {
            return new ProfilePart(field, uri, Extent.PAGE);
        }

        static ProfilePart computed(String field, String uri) {
            return new ProfilePart(field, uri, Extent.OPTIONAL);
        }

        String collection() {
            return uri.split("[/?]", 2)[0];
        }
    }

    /**
     * The documents of a collection that a part refers to.
     *
     * @param field the field of the profile
     * @param collection the collection
     * @param part the part
     */
    record Referred(String field, String collection, String part) {}
}
