using System.Globalization;
using System.Xml;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>The header of a record: which e-print it is of, and when the record (not the e-print) last changed.</summary>
internal sealed record OaiHeader
{
    /// <summary>What identifiers of arXiv's begin with in OAI-PMH.</summary>
    public const string Scheme = "oai:arXiv.org:";

    public static OaiHeader None { get; } = new();

    /// <summary>As in the answer: <c>oai:arXiv.org:2405.99901</c>.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Null where there is none, or no day.</summary>
    public DateOnly? Datestamp { get; private init; }

    public bool IsDeleted { get; private init; }

    /// <summary>The sets the record is in: <c>cs:cs:CL</c>.</summary>
    public IReadOnlyList<string> Sets { get; private init; } = [];

    /// <summary>Null where the name is not one of arXiv's.</summary>
    public ArxivIdentifier? Identifier =>
        Name.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && ArxivIdentifier.TryParse(Name[Scheme.Length..], out var identifier)
            ? identifier
            : null;

    /// <summary>Reads an element <c>header</c>, from its start tag to behind its end.</summary>
    public static OaiHeader Read(XmlReader reader)
    {
        var isDeleted = reader.GetAttribute("status") == "deleted";
        var (name, datestamp) = ("", "");
        var sets = new List<string>();
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "identifier":
                    name = reader.ReadText().Trim();
                    break;
                case "datestamp":
                    datestamp = reader.ReadText();
                    break;
                case "setSpec":
                    sets.Add(reader.ReadText().Trim());
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return new OaiHeader { Name = name, Datestamp = Day(datestamp), IsDeleted = isDeleted, Sets = sets };
    }

    /// <summary>The day that a text begins with, as servers of finer granularity than arXiv's write it; null for any other text.</summary>
    public static DateOnly? Day(string text)
    {
        var day = text.AsSpan().Trim();
        day = day.Length > 10 && day[10] == 'T' ? day[..10] : day;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
    }
}
