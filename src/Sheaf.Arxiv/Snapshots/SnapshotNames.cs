using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Arxiv.Snapshots;

/// <summary>Authors that a snapshot gives in parts: <c>[["Specimen","Ada","Jr.","Institute of Gears"]]</c>, surname first.</summary>
internal static class SnapshotNames
{
    /// <summary>In natural order; null where nobody is named. The reader stands at the value and is read to its end.</summary>
    public static IReadOnlyList<Author>? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var authors = new List<Author>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ReadOne(ref reader) is { } author)
            {
                authors.Add(author);
            }
        }

        return authors.Count > 0 ? authors : null;
    }

    private static Author? ReadOne(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        var parts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            parts.Add(MetadataText.OneLine(TexText.ToUnicode(JsonTexts.Here(ref reader) ?? "")));
        }

        string?[] name = [parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(2)];
        var whole = string.Join(' ', name.Where(part => !string.IsNullOrEmpty(part)));
        return whole.Length == 0 ? null : new Author(whole, [.. parts.Skip(3).Where(part => part.Length > 0)]);
    }
}
