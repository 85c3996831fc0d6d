using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Drafts;

/// <summary>The sentences that were chosen to be suggested for papers. May be emptied at any time: they are chosen anew.</summary>
internal sealed class SuggestionStore(Database database)
{
    /// <summary>Those of these papers that there are.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, SuggestedSentenceRow> Find(IEnumerable<ArxivIdentifier> identifiers) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                "SELECT identifier, digest, sentence FROM suggestion WHERE identifier IN (SELECT value FROM json_each($identifiers))");
            using var rows = find.Query(("identifiers", TextList.Write([.. identifiers.Select(identifier => identifier.ToString())])));
            var found = new Dictionary<ArxivIdentifier, SuggestedSentenceRow>();
            while (rows.Read())
            {
                found[rows.Identifier(0)] = new SuggestedSentenceRow(rows.Identifier(0), rows.GetString(1), rows.TextOrNull(2));
            }

            return found;
        });

    public void Save(IReadOnlyCollection<SuggestedSentenceRow> suggestions) =>
        database.Write(connection =>
        {
            using var save = new Statement(
                connection,
                """
                INSERT INTO suggestion (identifier, digest, sentence) VALUES ($identifier, $digest, $sentence)
                ON CONFLICT (identifier) DO UPDATE SET digest = excluded.digest, sentence = excluded.sentence
                """);
            foreach (var suggestion in suggestions)
            {
                save.Run(("identifier", suggestion.Identifier), ("digest", suggestion.Digest), ("sentence", suggestion.Sentence));
            }
        });
}

/// <summary>The sentence that was chosen for a paper.</summary>
/// <param name="Identifier">The paper.</param>
/// <param name="Digest">Of what it was chosen from, and of the program that chose; in lower-case hexadecimal.</param>
/// <param name="Sentence">Null where there is none.</param>
internal sealed record SuggestedSentenceRow(ArxivIdentifier Identifier, string Digest, string? Sentence);
