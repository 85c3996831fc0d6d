using System.Buffers;

namespace Sheaf.Arxiv.Http;

/// <summary>
/// The text of an answer on its way to the XML reader. It knows when the XML reader has asked for more than there is, which tells an
/// answer that was cut off from one that is wrong; and it blanks the characters that XML forbids, which old metadata hold here and
/// there (field guide 10), so that one of them does not cost a whole page.
/// </summary>
internal sealed class XmlText(TextReader body) : TextReader
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    public bool EndReached { get; private set; }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = body.Read(buffer, index, count);
        EndReached |= read == 0 && count > 0;
        buffer.AsSpan(index, read).ReplaceAny(Forbidden, ' ');
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }
}
