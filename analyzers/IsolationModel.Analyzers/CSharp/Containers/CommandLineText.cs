using System.Text;
using IsolationModel.Data;
using IsolationModel.Text;
using Microsoft.CodeAnalysis.Text;

namespace IsolationModel.Analyzers.CSharp.Containers;

/// <summary>
/// Splits a command line as .NET does on Unix, and as C programs do on Windows: blanks and tabs separate, double quotes hold together, and a
/// backslash means something in front of a double quote alone (dotnet/runtime, Process.Unix.cs, ParseArgumentsIntoList).
/// </summary>
internal static class CommandLineText
{
    /// <summary>The arguments, each with its place.</summary>
    public static IReadOnlyList<DataScalar> Split(IReadOnlyList<TextPiece> pieces)
    {
        var arguments = new List<DataScalar>();
        var reader = new Characters(pieces);
        while (reader.SkipBlanks())
        {
            arguments.Add(ReadArgument(reader));
        }

        return arguments;
    }

    private static DataScalar ReadArgument(Characters reader)
    {
        var argument = new Argument();
        var isQuoted = false;
        while (!reader.IsAtEnd)
        {
            if (reader.IsOpen)
            {
                argument.AddOpen(reader.TakePiece());
                continue;
            }

            var backslashes = reader.Count('\\');
            if (backslashes > 0)
            {
                var isBeforeQuote = reader.Peek(backslashes) == '"';
                for (var i = 0; i < backslashes; i++)
                {
                    // In front of a quote two stand for one.
                    argument.Add(reader, isKept: !isBeforeQuote || i % 2 == 1);
                }

                if (isBeforeQuote && backslashes % 2 == 1)
                {
                    argument.ReplaceLast(reader);
                }

                continue;
            }

            var next = reader.Peek(0);
            if (next == '"')
            {
                // Two within quotes are one that is meant.
                var isDoubled = isQuoted && reader.Peek(1) == '"';
                argument.Skip(reader);
                if (isDoubled)
                {
                    argument.Add(reader, isKept: true);
                }
                else
                {
                    isQuoted = !isQuoted;
                }

                continue;
            }

            if (next is ' ' or '\t' && !isQuoted)
            {
                break;
            }

            argument.Add(reader, isKept: true);
        }

        return argument.Build();
    }

    /// <summary>The characters of the pieces; a piece that is not known stands as one.</summary>
    private sealed class Characters(IReadOnlyList<TextPiece> pieces)
    {
        private int _piece;
        private int _at;

        public bool IsAtEnd
        {
            get
            {
                while (_piece < pieces.Count && !pieces[_piece].IsOpen && _at >= pieces[_piece].Text.Length)
                {
                    (_piece, _at) = (_piece + 1, 0);
                }

                return _piece >= pieces.Count;
            }
        }

        public bool IsOpen => !IsAtEnd && pieces[_piece].IsOpen;

        public TextPiece Current => pieces[_piece];

        /// <summary>Where the next character stands in the file; -1 where that cannot be told.</summary>
        public int Place => Current.Start < 0 ? -1 : Current.Start + _at;

        public bool SkipBlanks()
        {
            while (!IsAtEnd && !IsOpen && Peek(0) is ' ' or '\t')
            {
                _at++;
            }

            return !IsAtEnd;
        }

        public TextPiece TakePiece()
        {
            var piece = Current;
            (_piece, _at) = (_piece + 1, 0);
            return piece;
        }

        public char Take()
        {
            if (IsAtEnd)
            {
                return '\0';
            }

            var taken = Peek(0);
            _at++;
            return taken;
        }

        /// <summary>A character further on, in known pieces; 0 where there is none.</summary>
        public char Peek(int ahead)
        {
            var at = _at + ahead;
            for (var piece = _piece; piece < pieces.Count && !pieces[piece].IsOpen; piece++)
            {
                if (at < pieces[piece].Text.Length)
                {
                    return pieces[piece].Text[at];
                }

                at -= pieces[piece].Text.Length;
            }

            return '\0';
        }

        public int Count(char wanted)
        {
            var count = 0;
            while (Peek(count) == wanted)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>An argument while it is read.</summary>
    private sealed class Argument
    {
        private readonly StringBuilder _text = new();
        private int _start = -1;
        private int _expected = -1;
        private bool _isVerbatim = true;
        private bool _isOpen;
        private TextSpan? _first;
        private TextSpan _last;

        public void Add(Characters reader, bool isKept)
        {
            if (!isKept)
            {
                Skip(reader);
                return;
            }

            if (reader.IsAtEnd || reader.IsOpen)
            {
                return;
            }

            var place = reader.Place;
            See(reader);
            _isVerbatim &= place >= 0 && (_text.Length == 0 || place == _expected);
            _start = _text.Length == 0 ? place : _start;
            _expected = place + 1;
            _text.Append(reader.Take());
        }

        public void Skip(Characters reader)
        {
            if (!reader.IsAtEnd)
            {
                See(reader);
                reader.Take();
            }
        }

        /// <summary>A backslash and a quote are a quote.</summary>
        public void ReplaceLast(Characters reader)
        {
            _isVerbatim = false;
            _text.Append(reader.Take());
        }

        public void AddOpen(TextPiece piece)
        {
            See(piece.Span);
            _text.Append(piece.Text);
            (_isOpen, _isVerbatim) = (true, false);
        }

        public DataScalar Build()
        {
            var isPlaced = _isVerbatim && _start >= 0;
            var range = isPlaced ? new TextRange(_start, _text.Length) : _first is { } first ? Between(first, _last) : default;
            return new DataScalar(range, _text.ToString(), isPlain: false, isPlaced ? _start : -1, _isOpen);
        }

        /// <summary>All of its pieces, where they stand in order; else the first.</summary>
        private static TextRange Between(TextSpan first, TextSpan last) => last.Start >= first.Start ? TextRange.FromBounds(first.Start, last.End) : CodeFile.RangeOf(first);

        /// <summary>The character where it has a place of its own, else the piece.</summary>
        private void See(Characters reader) => See(reader.Place < 0 ? reader.Current.Span : new TextSpan(reader.Place, 1));

        private void See(TextSpan span)
        {
            _first ??= span;
            _last = span;
        }
    }
}
