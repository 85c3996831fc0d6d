using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sheaf.Text;

namespace Sheaf.Formulas;

/// <summary>
/// A formula as MathML, written anew from what a script made of a stranger's TeX: only names and values of fixed lists are left, so that it
/// can stand in a page as it is. Its TeX is in it as an annotation, which browsers do not show, screen readers do not speak, and programs
/// that take formulas over look for; a reader's program that knows no MathML and keeps its words shows 105 for a power of ten, and then
/// at least the TeX beside it.
/// </summary>
internal sealed class MathMarkup
{
    /// <summary>In characters of the script's answer, and in elements within one another.</summary>
    private const int Longest = 50_000, Deepest = 100;

    /// <summary>So many signs and more may be wider than a phone, and scroll.</summary>
    private const int ManySigns = 24;

    private static readonly HashSet<string> Elements =
    [
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup",
        "msubsup", "mover", "munder", "munderover", "mmultiscripts", "mprescripts", "mstyle", "mpadded", "mphantom", "mtable", "mtr",
        "mtd",
    ];

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Longest,
    };

    private static readonly XmlWriterSettings Layout = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.None,
    };

    private MathMarkup(string markup) => Markup = markup;

    /// <summary>One element <c>math</c>, for HTML.</summary>
    public string Markup { get; }

    /// <summary>Null where the answer is not MathML, or holds an element or a character that has no place in a formula.</summary>
    /// <param name="answer">As Temml writes it.</param>
    public static MathMarkup? Read(string answer)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(answer), Strict);
            var math = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            var text = new StringBuilder(answer.Length);
            using (var writer = XmlWriter.Create(text, Layout))
            {
                return math.Name == "math" && Write(writer, math, depth: 0) ? Flushed(writer, text) : null;
            }
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static MathMarkup Flushed(XmlWriter writer, StringBuilder text)
    {
        writer.Flush();
        return new(text.ToString());
    }

    private static bool Write(XmlWriter writer, XElement element, int depth)
    {
        // MathML Core has neither of the two: what they would draw is drawn by classes.
        var name = element.Name.LocalName is "menclose" or "none" ? "mrow" : element.Name.LocalName;
        if (depth > Deepest || element.Name.NamespaceName.Length > 0 || !Elements.Contains(name))
        {
            return false;
        }

        var words = name == "mtext" && element.FirstNode is XText { NextNode: null } only ? PlainWords.Of(only.Value) : default;
        writer.WriteStartElement(name);
        MathAttributes.Write(writer, element, words.Classes, isLong: depth == 0 && IsLong(element));
        foreach (var node in element.Nodes())
        {
            var isWritten = node switch
            {
                XText text => Write(writer, words.Words ?? text.Value),
                // The place of a number of an equation, which only a style sheet would fill.
                XElement { Name.LocalName: "span", IsEmpty: false, FirstNode: null } => true,
                XElement inner => Write(writer, inner, depth + 1),
                _ => false,
            };
            if (!isWritten)
            {
                return false;
            }
        }

        writer.WriteFullEndElement();
        return true;
    }

    /// <summary>Invisible operators are written by their numbers, so that nobody takes them out with other characters that hide.</summary>
    private static bool Write(XmlWriter writer, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= 0x2061 and <= 0x2064)
            {
                writer.WriteCharEntity((char)rune.Value);
            }
            else if (InvisibleCharacters.Contain(rune) && rune.Value is not ('\n' or '\t'))
            {
                return false;
            }
            else
            {
                writer.WriteString(rune.ToString());
            }
        }

        return true;
    }

    private static bool IsLong(XElement math) => math.Descendants()
        .Where(element => element.Name.LocalName is "mi" or "mn" or "mo" or "mtext").Sum(element => element.Value.Length) > ManySigns;
}
