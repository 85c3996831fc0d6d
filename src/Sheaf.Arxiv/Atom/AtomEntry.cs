using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Atom;

/// <summary>
/// What the elements of one entry say, found by name in whatever order they stand. An element that is absent is null or empty.
/// </summary>
internal sealed class AtomEntry
{
    private readonly List<string> _categories = [];
    private readonly List<string> _dois = [];
    private List<Author>? _authors;
    private bool _spokenOfOthers;

    private AtomEntry()
    {
    }

    public string Id { get; private set; } = "";

    public string? Title { get; private set; }

    public string? Summary { get; private set; }

    public string? Published { get; private set; }

    public string? Updated { get; private set; }

    /// <summary>Null where the entry has no author at all; what is no name is left out.</summary>
    public IReadOnlyList<Author>? Authors => _authors;

    /// <summary>An author line where the names themselves say that others follow; else null: the API has no such line.</summary>
    public string? AuthorsRaw => _spokenOfOthers ? $"{string.Join(", ", (_authors ?? []).Select(author => author.Name))}, et al." : null;

    /// <summary>The primary category first, each once.</summary>
    public IReadOnlyList<string> Categories => _categories;

    public string? Comment { get; private set; }

    public string? JournalRef { get; private set; }

    public IReadOnlyList<string> Dois => _dois;

    public static AtomEntry Read(XmlReader reader)
    {
        var entry = new AtomEntry();
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.NamespaceURI)
            {
                case AtomElements.AtomNamespace:
                    entry.ReadAtomElement(reader);
                    break;
                case AtomElements.ArxivNamespace:
                    entry.ReadArxivElement(reader);
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return entry;
    }

    private void ReadAtomElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "id":
                Id = reader.ReadText().Trim();
                break;
            case "title":
                Title = MetadataText.OneLine(reader.ReadText());
                break;
            case "summary":
                Summary = MetadataText.Paragraphs(reader.ReadText());
                break;
            case "published":
                Published = reader.ReadText();
                break;
            case "updated":
                Updated = reader.ReadText();
                break;
            case "category":
                AddCategory(reader.ReadTerm(), place: _categories.Count);
                break;
            case "author":
                AddAuthor(reader);
                break;
            default:
                reader.ReadPast();
                break;
        }
    }

    private void ReadArxivElement(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "primary_category":
                AddCategory(reader.ReadTerm(), place: 0);
                break;
            case "comment":
                Comment = MetadataText.OneLine(reader.ReadText());
                break;
            case "journal_ref":
                JournalRef = MetadataText.OneLine(reader.ReadText());
                break;
            case "doi":
                AddDois(reader.ReadText());
                break;
            default:
                reader.ReadPast();
                break;
        }
    }

    private void AddAuthor(XmlReader reader)
    {
        var name = "";
        List<string>? affiliations = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "name":
                    name = reader.ReadText();
                    break;
                case "affiliation":
                    (affiliations ??= []).Add(MetadataText.OneLine(reader.ReadText()));
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        _authors ??= [];
        _spokenOfOthers |= AuthorName.SpeaksOfOthers(name);
        if (AtomAuthors.Clean(name) is { } clean)
        {
            _authors.Add(affiliations is null ? new Author(clean) : new Author(clean, affiliations));
        }
    }

    private void AddCategory(string term, int place)
    {
        if (AtomCategories.IsCategory(term) && (place == 0 || !_categories.Contains(term)))
        {
            _categories.Remove(term);
            _categories.Insert(place, term);
        }
    }

    // One element for each today; one for all before 2025, separated by spaces (field guide 9).
    private void AddDois(string text)
    {
        foreach (var doi in DoiField.Parse(text))
        {
            if (!_dois.Contains(doi, StringComparer.OrdinalIgnoreCase))
            {
                _dois.Add(doi);
            }
        }
    }
}
