INSERT INTO forgotten_names (pseudonym) VALUES ('5f2b8c1d9e3a4076b1c8d7e6f5a40392817263544536271809fafbecdddecfb0');
