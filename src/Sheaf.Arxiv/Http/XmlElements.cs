using System.Text;
using System.Xml;

namespace Sheaf.Arxiv.Http;

/// <summary>Reading elements one after the other: each <c>Read</c> begins on a start tag and ends behind the matching end tag.</summary>
internal static class XmlElements
{
    // A feed is four deep, an OAI-PMH record six. What is far deeper is neither, and the XML reader holds every open element in memory.
    private const int DeepestElement = 64;

    /// <summary>Goes into the element for <see cref="NextChild"/>; false, and behind the element, if there is nothing in it.</summary>
    public static bool Enter(this XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        return !isEmpty;
    }

    /// <summary>
    /// Goes to the next child element, the one before having been read; false, and behind the element, if there is none left.
    /// </summary>
    public static bool NextChild(this XmlReader reader)
    {
        while (reader.NodeType != XmlNodeType.Element)
        {
            var ends = reader.NodeType == XmlNodeType.EndElement;
            reader.Read();
            if (ends)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of the element and of the elements in it, as it stands there.</summary>
    public static string ReadText(this XmlReader reader)
    {
        var depth = reader.Depth;
        var text = "";
        StringBuilder? pieces = null;
        while (reader.StepsInside(depth))
        {
            // Comments and processing instructions are not handed over by this reader: what has a value is text.
            if (reader.HasValue && text.Length == 0)
            {
                text = reader.Value;
            }
            else if (reader.HasValue)
            {
                pieces = (pieces ?? new StringBuilder(text)).Append(reader.Value);
            }
        }

        return pieces?.ToString() ?? text;
    }

    public static void ReadPast(this XmlReader reader)
    {
        var depth = reader.Depth;
        while (reader.StepsInside(depth))
        {
        }
    }

    // Reads one step on. False when that is behind the end of the element that lies at this depth and where the first step began.
    private static bool StepsInside(this XmlReader reader, int depth)
    {
        var isEmpty = reader.Depth == depth && reader.IsEmptyElement;
        reader.Read();
        if (!isEmpty && reader.Depth > DeepestElement)
        {
            throw new XmlException($"Elements lie more than {DeepestElement} deep in each other.");
        }

        if (isEmpty || reader.Depth > depth)
        {
            return !isEmpty;
        }

        reader.Read();
        return false;
    }
}
