package org.mandateatlas.gateway.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.gateway.compose.SubRequest.Extent;

/**
 * The reads that a kind of profile is composed of; {@code {id}} is replaced by the id of the document.
 *
 * @param main the field of the document that it is about, and the timeline's filter for that document
 * @param collection the collection of that document
 * @param parts the other parts, in the order of the profile
 */
record ProfileDefinition(String main, String collection, List<ProfilePart> parts) {

    /**
     * A part.
     *
     * @param field the field of the profile; a full stop separates the names of nested fields
     * @param uri path, below {@code /v1/}, and query
     * @param extent the first page of a collection, or one response
     * @param isList whether the part is the list of items in the response
     * @param referrer the part that refers to the documents, which are read one by one; null for a single read
     */
    record ProfilePart(
            String field,
            String uri,
            Extent extent,
            boolean isList,
            @Nullable String referrer) {

        static ProfilePart documents(String field, String uri) {
            return new ProfilePart(field, uri, Extent.PAGE, true, null);
        }

        static ProfilePart computed(String field, String uri) {
            return new ProfilePart(field, uri, Extent.OPTIONAL, false, null);
        }

        static ProfilePart computedList(String field, String uri) {
            return new ProfilePart(field, uri, Extent.OPTIONAL, true, null);
        }

        static ProfilePart referred(String field, String collection, String referrer) {
            return new ProfilePart(field, collection, Extent.OPTIONAL, false, referrer);
        }

        String collection() {
            return uri.split("[/?]", 2)[0];
        }
    }
}
