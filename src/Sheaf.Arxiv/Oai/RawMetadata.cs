using System.Globalization;
using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>The format <c>arXivRaw</c>: all that arXiv stores, texts with their TeX, authors in one string (field guide 3.4).</summary>
internal sealed class RawMetadata : OaiMetadata
{
    private readonly List<Submission?> _versions = [];

    protected override void ReadElement(XmlReader reader)
    {
        if (reader.LocalName == "version")
        {
            _versions.Add(ReadVersion(reader));
        }
        else
        {
            base.ReadElement(reader);
        }
    }

    protected override EprintRecord Complete(EprintRecord record, OaiHeader header)
    {
        record = WithFieldsOfArxiv(record) with { AuthorsRaw = Line("authors") };
        record = record with { Authors = record.AuthorsRaw is { } field ? AuthorField.Parse(field) : null };
        var versions = _versions.OfType<Submission>().OrderBy(version => version.Version).ToList();
        return versions is not [var first, ..] ? record : record with
        {
            Version = versions[^1].Version,
            LatestVersion = versions[^1].Version,
            FirstSubmitted = first.Submitted,
            LastSubmitted = versions[^1].Submitted,
            Versions = versions,
            Withdrawn = versions[^1].Withdrawn,
        };
    }

    // The format is asked for because of its history: with a hole in it it would tell a wrong first day, or a wrong number of versions.
    protected override string? FaultOf(EprintRecord record) =>
        record.Versions is null
            || _versions.Contains(null)
            || record.Versions.Index().Any(version => version.Item.Version != version.Index + 1)
            ? "version: not all from v1 on, each with its date"
            : null;

    /// <summary>Null where number or date cannot be read.</summary>
    private static Submission? ReadVersion(XmlReader reader)
    {
        var number = reader.GetAttribute("version") ?? "";
        var (date, size, flags) = ("", "", "");
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "date":
                    date = reader.ReadText();
                    break;
                case "size":
                    size = reader.ReadText();
                    break;
                case "source_type":
                    flags = reader.ReadText();
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return number is ['v', .. var digits] && Number(digits) is { } version && Moment(date) is { } submitted
            ? new(version, submitted, SizeKb(size.Trim()), Withdrawn: flags.Contains('I', StringComparison.Ordinal))
            : null;
    }

    private static int? SizeKb(string size) => size.EndsWith("kb", StringComparison.OrdinalIgnoreCase) ? Number(size[..^2]) : null;

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads <c>Tue, 30 Apr 2024 21:20:17 GMT</c>; the weekday is not looked at.</summary>
    private static DateTimeOffset? Moment(string text)
    {
        var date = text.AsSpan(text.IndexOf(',', StringComparison.Ordinal) + 1).Trim();
        return DateTimeOffset.TryParseExact(
            date, "d MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var moment) ? moment : null;
    }
}
