using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// The format <c>arXiv</c>. It names no version, and its one date, <c>created</c>, is not read: the day of version 1 by the format's
/// schema and on the server of before 2025, that of the current version today (field guide 3.4).
/// </summary>
internal sealed class ArxivMetadata : OaiMetadata
{
    private List<Author>? _authors;

    protected override void ReadElement(XmlReader reader)
    {
        if (reader.LocalName == "authors")
        {
            ReadAuthors(reader);
        }
        else
        {
            base.ReadElement(reader);
        }
    }

    protected override EprintRecord Complete(EprintRecord record, OaiHeader header) => WithFieldsOfArxiv(record) with
    {
        Authors = _authors is null ? null : AuthorName.Tidy(_authors),
        AuthorsRaw = _authors?.Exists(author => AuthorName.SpeaksOfOthers(author.Name)) == true
            ? string.Join(", ", _authors.Select(author => author.Name))
            : null,
    };

    private void ReadAuthors(XmlReader reader)
    {
        _authors ??= [];
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            if (reader.LocalName != "author")
            {
                reader.ReadPast();
            }
            else
            {
                _authors.Add(ReadAuthor(reader));
            }
        }
    }

    private static Author ReadAuthor(XmlReader reader)
    {
        var (keyname, forenames, suffix) = ("", "", "");
        var affiliations = new List<string>();
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "keyname":
                    keyname = reader.ReadText();
                    break;
                case "forenames":
                    forenames = reader.ReadText();
                    break;
                case "suffix":
                    suffix = reader.ReadText();
                    break;
                case "affiliation":
                    affiliations.Add(MetadataText.OneLine(reader.ReadText()));
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return new Author(MetadataText.OneLine($"{forenames} {keyname} {suffix}"), affiliations);
    }
}
