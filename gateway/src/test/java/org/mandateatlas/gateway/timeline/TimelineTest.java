package org.mandateatlas.gateway.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mandateatlas.gateway.compose.Json;
import org.mandateatlas.gateway.document.Document;
import org.mandateatlas.gateway.document.Names;

class TimelineTest {

    private static final String CITED = "\"citations\":[{\"source\":\"newland-2004\",\"stance\":\"supports\"}]";
    private static final Names NAMES = (collection, id) -> id.toUpperCase(java.util.Locale.ROOT);

    @Test
    void aNameAndItsAbbreviationAreOneEvent() {
        assertEquals(
                List.of(
                        "1951-12 began: Migration Body begins",
                        "1951-12 named: Named Provisional Committee (PICMME)",
                        "1989-11-14 named: Named Migration Body (IOM)"),
                told("institutions", """
                        {"id":"iom","name":"Migration Body","validity":{"from":"1951-12","to":null},"names":[
                        {"kind":"official","value":"Provisional Committee","language":"en","validity":{"from":"1951-12","to":"1952"}},
                        {"kind":"abbreviation","value":"PICMME","language":"en","validity":{"from":"1951-12","to":"1952"}},
                        {"kind":"official","value":"Migration Body","language":"en","validity":{"from":"1989-11-14","to":null}},
                        {"kind":"abbreviation","value":"IOM","language":"en","validity":{"from":"1989-11-14","to":null}}]}"""));
    }

    @Test
    void anAbbreviationThatCameAloneIsAnEventOfItsOwn() {
        assertEquals(List.of("1998 named: Named CHR for short"), told("institutions", """
                {"id":"chr","name":"Commission","names":[
                {"kind":"official","value":"Commission","language":"en","validity":{"from":null,"to":null}},
                {"kind":"abbreviation","value":"CHR","language":"en","validity":{"from":"1998","to":null}}]}"""));
    }

    @Test
    void aRelationIsAboutTheOtherInstitutionToo() {
        List<Entry> entries = entries("institutions", """
                {"id":"iom","name":"IOM","relations":[{"type":"observer-of","institution":"un-general-assembly",
                "validity":{"from":"1992","to":"2016-09-18"}}]}""");
        assertEquals(
                List.of(
                        "1992 relation-began: IOM: observer of UN-GENERAL-ASSEMBLY",
                        "2016-09-18 relation-ended: No longer: IOM: observer of UN-GENERAL-ASSEMBLY"),
                texts(entries));
        assertEquals(
                Set.of("iom", "un-general-assembly"), entries.getFirst().about().institutions());
    }

    @Test
    void aMandateThatMovedIsTransferredFromHolderToHolder() {
        List<Entry> entries = entries("mandates", """
                {"id":"m","title":"Forum","institution":"gmg","functions":["coordination"],"earlierHolders":[
                {"institution":"ilo","validity":{"from":"2003","to":"2004"}},
                {"institution":"iom","validity":{"from":"2001","to":"2003"}}],
                "review":{"clause":true,"dueOn":"2010"},"validity":{"from":"2001","to":"2018-12"}}""");
        assertEquals(
                List.of(
                        "2001 mandate-established: IOM is given the mandate “Forum”",
                        "2003 mandate-transferred: The mandate “Forum” goes from IOM to ILO",
                        "2004 mandate-transferred: The mandate “Forum” goes from ILO to GMG",
                        "2010 review-due: The mandate “Forum” of GMG is due for review",
                        "2018-12 mandate-ended: The mandate “Forum” of GMG ends"),
                texts(entries));
        assertEquals(Set.of("ilo", "iom"), entries.get(1).about().institutions());
        assertEquals(Set.of("coordination"), entries.get(1).about().functions());
    }

    @Test
    void aMandateOnADayOfAnEarlierHolderIsNotTransferredToItself() {
        assertEquals(List.of("2001 mandate-established: IOM is given the mandate “Forum”"), told("mandates", """
                {"id":"m","title":"Forum","institution":"iom","earlierHolders":[
                {"institution":"iom","validity":{"from":"2001","to":"2003"}}],"validity":{"from":"2001","to":null}}"""));
    }

    @Test
    void anInstrumentIsAdoptedAndEntersIntoForce() {
        assertEquals(
                List.of(
                        "1990-12-18 adopted: Convention is adopted by UN-GENERAL-ASSEMBLY",
                        "2003-07-01 entered-into-force: Convention enters into force",
                        "2004-03 supervision-began: CMW watches over Convention",
                        "2004-12 figure: Convention: about 27 parties"),
                told("instruments", """
                        {"id":"icrmw","title":"Convention","adoption":{"date":"1990-12-18","by":"un-general-assembly"},
                        "inForce":[{"validity":{"from":"2003-07-01","to":null}}],
                        "supervisedBy":[{"institution":"cmw","validity":{"from":"2004-03","to":null}}],
                        "figures":[{"measure":"parties","value":27,"qualifier":"about","unit":"parties","asOf":"2004-12"}],
                        "validity":{"from":"1990-12-18","to":null}}"""));
    }

    @Test
    void aMeetingIsToldOnce() {
        assertEquals(
                List.of("1994-09-05 met: ICPD meets in Cairo, until 1994-09-13: Conference"), told("meetings", """
                {"id":"c","process":"icpd","name":"Conference","place":"Cairo",
                "validity":{"from":"1994-09-05","to":"1994-09-13"}}"""));
    }

    @Test
    void thoseWhoTakePartJoinAndLeave() {
        assertEquals(
                List.of(
                        "2001 joined: IOM, secretariat of BERNE-INITIATIVE",
                        "2004 left: IOM, secretariat of BERNE-INITIATIVE, no longer"),
                told("participations", """
                        {"id":"p","process":"berne-initiative","institution":"iom","actor":null,"role":"secretariat",
                        "text":null,"validity":{"from":"2001","to":"2004"}}"""));
    }

    @Test
    void everyEntryCitesItsOwnPlaceOrElseThatOfItsDocument() {
        List<Entry> entries = entries("processes", """
                {"id":"p","name":"P","functions":[],"validity":{"from":"2001","to":null},%s,
                "remarks":[{"text":"Met often.","validity":{"from":"2002","to":null},
                "citations":[{"source":"iom-page","stance":"supports"}]}]}""".formatted(CITED));
        assertEquals(
                List.of("newland-2004", "iom-page"),
                entries.stream()
                        .map(entry ->
                                entry.citations().getFirst().path("source").asText())
                        .toList());
    }

    @Test
    void whatIsOfAnotherKindThanExpectedIsLeftOut() {
        assertEquals(List.of(), told("institutions", """
                {"id":"x","names":"none","validity":[],"relations":[1,null,{}],"figures":{"asOf":"2004"},"unStatus":[{"validity":7}]}"""));
    }

    @Test
    void entriesAreOrderedByDayThenPrecisionThenDocument() {
        List<Entry> entries = Timeline.of(
                List.of(
                        began("b", "2001"),
                        began("a", "2001"),
                        began("c", "2001-01-01"),
                        began("d", "2000~"),
                        began("e", "[2001..2002]")),
                Names.UNKNOWN);
        assertEquals(
                List.of("d", "c", "a", "b", "e"),
                entries.stream().map(Entry::id).toList());
    }

    private static Document began(String id, String from) {
        return document("processes", "{\"id\":\"%s\",\"validity\":{\"from\":\"%s\"}}".formatted(id, from));
    }

    private static Document document(String collection, String json) {
        return Document.of(collection, Json.tree(Buffer.buffer(json)));
    }

    private static List<Entry> entries(String collection, String json) {
        return Timeline.of(List.of(document(collection, json)), NAMES);
    }

    private static List<String> told(String collection, String json) {
        return texts(entries(collection, json));
    }

    private static List<String> texts(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.date() + " " + entry.event().word() + ": " + entry.text())
                .toList();
    }
}
