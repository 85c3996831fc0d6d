using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;
using Sheaf.Languages;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as an Atom feed (RFC 4287). An entry's id is the address of its paper, so it is the same in every feed; the feed's id is made of
/// the month. Nothing in it tells when it was written: it changes where arXiv's data or the editor's words do.
/// </summary>
internal static class DraftAtom
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>By which arXiv's own feeds mark its categories.</summary>
    private const string CategoryScheme = "http://arxiv.org/schemas/atom";

    private static readonly XmlWriterSettings Layout = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>The newest paper first. Equal drafts give equal text.</summary>
    public static string Render(Draft draft)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Layout))
        {
            Write(xml, draft);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(XmlWriter xml, Draft draft)
    {
        var newest = draft.Papers
            .OrderByDescending(entry => entry.Eprint.FirstSubmitted).ThenByDescending(entry => entry.Eprint.Identifier).ToList();
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, draft.Language.Code);
        xml.WriteElementString("id", Namespace, $"urn:uuid:{FeedIdentifier.Of(draft.Month)}");
        Element(xml, "title", draft.Title);
        Element(xml, "updated", UtcText.From(newest.Count == 0 ? draft.Month.Start : newest.Max(entry => entry.Eprint.LastSubmitted)));
        Person(xml, "Sheaf");
        Element(xml, "generator", "Sheaf");
        var formulas = PageFormulas.Begin();
        foreach (var entry in newest)
        {
            Write(xml, entry, draft.Language, formulas);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, DraftEntry entry, DraftLanguage language, PageFormulas formulas)
    {
        var paper = entry.Eprint;
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", entry.Link);
        Element(xml, "title", PaperText.Title(paper));
        Element(xml, "published", UtcText.From(paper.FirstSubmitted));
        Element(xml, "updated", UtcText.From(paper.LastSubmitted));
        foreach (var name in PaperText.Authors(paper))
        {
            Person(xml, name);
        }

        WriteLink(xml, entry.Link);
        WriteCategories(xml, entry);
        WriteTexts(xml, entry, language, formulas);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string link)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("href", link);
        xml.WriteEndElement();
    }

    private static void WriteCategories(XmlWriter xml, DraftEntry entry)
    {
        foreach (var name in entry.Eprint.Categories)
        {
            WriteCategory(xml, name, CategoryScheme, Category.TryParse(name, out var category) ? category.FullName : null);
        }

        foreach (var tag in entry.Tags)
        {
            WriteCategory(xml, tag, scheme: null, label: null);
        }
    }

    private static void WriteCategory(XmlWriter xml, string term, string? scheme, string? label)
    {
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", PlainLine.Of(term));
        WriteIfAny(xml, "scheme", scheme);
        WriteIfAny(xml, "label", label);
        xml.WriteEndElement();
    }

    private static void WriteIfAny(XmlWriter xml, string attribute, string? value)
    {
        if (value is not null)
        {
            xml.WriteAttributeString(attribute, value);
        }
    }

    /// <summary>The abstract as the summary; as the content the editor's words, or what is suggested in their place.</summary>
    private static void WriteTexts(XmlWriter xml, DraftEntry entry, DraftLanguage language, PageFormulas formulas)
    {
        var summary = string.Join('\n', PaperText.Abstract(entry.Eprint));
        if (summary.Length > 0)
        {
            Element(xml, "summary", summary);
        }

        if (NoteHtml.Below(entry, language, formulas) is { } words)
        {
            Html content = $"{words}\n";
            xml.WriteStartElement("content", Namespace);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(content.ToString());
            xml.WriteEndElement();
        }
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);
}

/// <summary>
/// The id of a month's feed: always the same for a month, and nobody's address. A UUID made from a name (RFC 9562, version 5).
/// </summary>
internal static class FeedIdentifier
{
    /// <summary>Sheaf's own space of names, drawn once.</summary>
    private static readonly Guid Names = new("5b0c6d0e-8a53-4a52-9a6e-3f0d9b9b7f21");

    public static Guid Of(Month month) => Create(Names, $"draft of {month}");

    /// <summary>The UUID of a name in a space of names.</summary>
    public static Guid Create(Guid space, string text)
    {
        byte[] name = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)];
#pragma warning disable CA5350 // The standard says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
