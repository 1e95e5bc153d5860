package org.mandateatlas.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ClientKeyTest {

    @Test
    void anIpv4AddressIsAClient() {
        assertEquals("192.0.2.7", ClientKey.at("192.0.2.7"));
        assertNotEquals(ClientKey.at("192.0.2.7"), ClientKey.at("192.0.2.8"));
    }

    @Test
    void theAddressesOfAnIpv6SiteAreOneClient() {
        assertEquals(ClientKey.at("2001:db8:1:2::1"), ClientKey.at("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertEquals("20010db800010002/64", ClientKey.at("2001:db8:1:2::1"));
    }

    @Test
    void twoIpv6SitesAreTwoClients() {
        assertNotEquals(ClientKey.at("2001:db8:1:2::1"), ClientKey.at("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameClient() {
        assertEquals(ClientKey.at("192.0.2.7"), ClientKey.at("::ffff:192.0.2.7"));
        assertEquals(ClientKey.at("192.0.2.7"), ClientKey.at("::ffff:c000:207"));
    }

    @Test
    void theInterfaceThatAnAddressWasReachedByIsNoPartOfTheClient() {
        assertEquals(ClientKey.at("fe80::1"), ClientKey.at("fe80::1%eth0"));
    }

    @Test
    void whatIsNoAddressIsAClientByName() {
        assertEquals("_hidden", ClientKey.at("_hidden"));
        assertEquals("a:name", ClientKey.at("a:name"));
    }

    @Test
    void aTokenCannotNameAnAddress() {
        assertNotEquals(ClientKey.at("192.0.2.7"), ClientKey.named("192.0.2.7"));
    }
}
