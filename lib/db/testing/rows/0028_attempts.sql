INSERT INTO attempt_links (flow_id, key, same_as, linked_by)
VALUES ('flow before', 'id interview before', 'id another interview before', '00000000-0000-4000-8000-000000000001');
