import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mandateatlas.client.ApiClient;
import org.mandateatlas.client.ApiException;
import org.mandateatlas.client.api.ChangesApi;
import org.mandateatlas.client.api.InstitutionsApi;
import org.mandateatlas.client.api.MandatesApi;
import org.mandateatlas.client.model.Institution;
import org.mandateatlas.client.model.MandateInput;
import org.mandateatlas.client.model.MandatePatch;
import org.mandateatlas.client.model.StreamName;

/** An example program for the Java client, run against a suite. */
class Smoke {

    private static final String MANDATE = "iom-forum";

    private final ApiClient client;
    private final InstitutionsApi institutions;
    private final MandatesApi mandates;
    private final ChangesApi changes;

    private Smoke(String address, String token) {
        client = new ApiClient();
        client.updateBaseUri(address);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        institutions = new InstitutionsApi(client);
        mandates = new MandatesApi(client);
        changes = new ChangesApi(client);
    }

    private void lists() throws ApiException {
        var page = mandates.listMandates(MandatesApi.APIListMandatesRequest.newBuilder()
                .institution(List.of("iom"))
                .limit(5)
                .build());
        check(page.getItems().size() == 5, page);
        check(page.getItems().stream().allMatch(mandate -> "iom".equals(mandate.getInstitution())), page);
    }

    private void pagesToTheEnd() throws ApiException {
        var seen = new ArrayList<String>();
        String cursor = null;
        Long total;
        do {
            var page = institutions.listInstitutions(InstitutionsApi.APIListInstitutionsRequest.newBuilder()
                    .limit(20)
                    .withTotal(true)
                    .cursor(cursor)
                    .build());
            page.getItems().stream().map(Institution::getId).forEach(seen::add);
            cursor = page.getNext() == null ? null : cursorOf(page.getNext());
            total = page.getTotal();
        } while (cursor != null);
        check(total != null && seen.size() == total && new HashSet<>(seen).size() == total, seen.size() + " of " + total);
    }

    private static String cursorOf(URI address) {
        for (var parameter : address.getRawQuery().split("&")) {
            if (parameter.startsWith("cursor=")) {
                return URLDecoder.decode(parameter.substring(7), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError(address);
    }

    private void readsAtADate() throws ApiException {
        var then = institutions.getInstitution(InstitutionsApi.APIGetInstitutionRequest.newBuilder()
                .id("iom")
                .validAt(LocalDate.of(1975, 6, 1))
                .build());
        check("ICEM".equals(then.getAbbreviation()), then);
    }

    private void writesConditionally() throws ApiException {
        var read = mandates.getMandateWithHttpInfo(
                MandatesApi.APIGetMandateRequest.newBuilder().id(MANDATE).build());
        var tag = read.getHeaders().get("etag").getFirst();
        var document = read.getData();
        var title = document.getTitle();
        var version = Objects.requireNonNull(document.getVersion());
        // Drops the read-only fields.
        var input = client.getObjectMapper().convertValue(document, MandateInput.class);
        input.setTitle(title + " (Java)");
        try {
            mandates.putMandate(MandatesApi.APIPutMandateRequest.newBuilder()
                    .id(MANDATE)
                    .mandateInput(input)
                    .ifMatch("\"999\"")
                    .build());
            throw new AssertionError("a write with a wrong condition was accepted");
        } catch (ApiException rejection) {
            check(rejection.getCode() == 412, rejection);
        }
        var written = mandates.putMandate(MandatesApi.APIPutMandateRequest.newBuilder()
                .id(MANDATE)
                .mandateInput(input)
                .ifMatch(tag)
                .changeNote("Smoke test")
                .build());
        check(written.getVersion() == version + 1, written);
        check(patch(title, written.getVersion()) == version + 2, title);
    }

    private int patch(String title, int version) throws ApiException {
        return Objects.requireNonNull(mandates.patchMandate(MandatesApi.APIPatchMandateRequest.newBuilder()
                        .id(MANDATE)
                        .mandatePatch(new MandatePatch().title(title))
                        .ifMatch("\"" + version + "\"")
                        .build())
                .getVersion());
    }

    private void followsTheFeed() throws ApiException {
        var position = changes.listChanges(ChangesApi.APIListChangesRequest.newBuilder()
                        .fromNow(true)
                        .build())
                .getPosition();
        var before = mandates.getMandate(
                MandatesApi.APIGetMandateRequest.newBuilder().id(MANDATE).build());
        var moved = patch(before.getTitle() + " (feed)", Objects.requireNonNull(before.getVersion()));
        var version = patch(before.getTitle(), moved);
        for (int tries = 0; tries < 100; tries++) {
            var page = changes.listChanges(ChangesApi.APIListChangesRequest.newBuilder()
                    .after(position)
                    .stream(List.of(StreamName.MANDATE))
                    .subject(List.of(MANDATE))
                    .build());
            position = page.getPosition();
            if (page.getItems().stream().anyMatch(event -> event.getData().getVersion() == version)) {
                return;
            }
        }
        throw new AssertionError("the write did not appear in the feed");
    }

    private static void check(boolean holds, Object details) {
        if (!holds) {
            throw new AssertionError(details);
        }
    }

    public static void main(String[] arguments) {
        var smoke = new Smoke(arguments[0], arguments[1]);
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("lists", smoke::lists);
        steps.put("pages to the end", smoke::pagesToTheEnd);
        steps.put("reads at a date", smoke::readsAtADate);
        steps.put("writes conditionally", smoke::writesConditionally);
        steps.put("follows the feed", smoke::followsTheFeed);
        int failed = 0;
        for (var step : steps.entrySet()) {
            try {
                step.getValue().run();
            } catch (Exception | AssertionError failure) {
                failed++;
                System.err.println(step.getKey() + ": " + failure);
            }
        }
        System.out.println("java: " + (steps.size() - failed) + " passed, " + failed + " failed");
        System.exit(failed > 0 ? 1 : 0);
    }

    /** A step of the program. */
    private interface Step {
        void run() throws Exception;
    }
}
