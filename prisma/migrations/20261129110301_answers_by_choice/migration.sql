-- For the list of mentors, narrowed to those who chose something: no list of choices is longer, and longer texts are left out.
CREATE INDEX CONCURRENTLY "profile_answers_by_choice" ON "profile_answers" USING gin (answer_keys("questionId", "answer"))
  WHERE char_length("answer") <= 200;
