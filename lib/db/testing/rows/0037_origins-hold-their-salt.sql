INSERT INTO audit_origins (pseudonym, address, salt) VALUES ('of before, with its salt', '192.0.2.2', 'a salt');
