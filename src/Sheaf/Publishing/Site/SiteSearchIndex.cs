using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Sheaf.Text;

namespace Sheaf.Publishing.Site;

/// <summary>
/// What the browser searches in: the titles of all papers, and the words of what the issues say of them, each once and without those that
/// say nothing. It is a script, because a page that was opened from a disk may load no other file; <c>search.js</c> loads it when somebody
/// begins to search.
/// </summary>
internal static partial class SiteSearchIndex
{
    private const int LeastLetters = 3;
    private const int MostWords = 60;

    /// <summary>Letters from here on are whole words in scripts that put no blanks between them.</summary>
    private const char FirstIdeograph = '\u2e80';

    private static readonly HashSet<string> Little =
        [.. LittleWords.OfAnyText, .. LittleWords.OfSentences, .. LittleWords.OfTitles];

    /// <summary>Letters stand as they are; what markup is made of does not.</summary>
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// <c>issues</c>: each a month and its name, the newest first. <c>papers</c>: each the place of its issue, the identifier, the title,
    /// and other words.
    /// </summary>
    public static string Render(PublishedSite site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteStartArray("issues");
            foreach (var issue in site.Issues)
            {
                Row(json, row => row.WriteStringValue(issue.Month.ToString()), row => row.WriteStringValue(issue.Month.Title));
            }

            json.WriteEndArray();
            json.WriteStartArray("papers");
            foreach (var (number, issue) in site.Issues.Index())
            {
                issue.Entries.ToList().ForEach(entry => Write(json, number, entry, site));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return $"sheafSearch({HarmlessJson.From(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length))});\n";
    }

    private static void Write(Utf8JsonWriter json, int issue, SiteEntry entry, PublishedSite site)
    {
        var title = entry.Title.Length > 0 ? entry.Title : site.TitleOf(entry.Paper);
        var words = string.Join(' ', WordsOf(Address().Replace(entry.Note, " ")).Except(WordsOf(title)).Take(MostWords));
        Row(
            json, row => row.WriteNumberValue(issue), row => row.WriteStringValue(entry.Paper.ToString()),
            row => row.WriteStringValue(title), row => row.WriteStringValue(words));
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<Action<Utf8JsonWriter>> values)
    {
        json.WriteStartArray();
        foreach (var write in values)
        {
            write(json);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var sign in text.Append(' '))
        {
            if (char.IsLetterOrDigit(sign) || (word.Length > 0 && char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark))
            {
                word.Append(sign);
                continue;
            }

            var said = word.ToString().ToLowerInvariant();
            word.Clear();
            if ((said.Length >= LeastLetters || said.Any(letter => letter >= FirstIdeograph)) && !Little.Contains(said))
            {
                yield return said;
            }
        }
    }

    [GeneratedRegex(@"https?://\S{1,500}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
