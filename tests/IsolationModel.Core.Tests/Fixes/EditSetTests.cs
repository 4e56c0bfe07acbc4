using CsCheck;
using IsolationModel.Fixes;
using IsolationModel.Text;

namespace IsolationModel.Core.Tests.Fixes;

/// <summary>The algebra of edits: what fits together, what comes of it, and one set after another.</summary>
public sealed class EditSetTests
{
    private static readonly Gen<string> Texts = Gen.OneOf("a", "b", "\n", "\r\n", "é", "😀").Array[0, 40].Select(string.Concat);

    [Theory]
    [InlineData(0, 2, 3, 2, true)]   // apart
    [InlineData(0, 2, 2, 2, false)]  // bordering on each other
    [InlineData(2, 2, 0, 2, false)]
    [InlineData(0, 4, 1, 1, false)]  // one within the other
    [InlineData(1, 1, 0, 4, false)]
    [InlineData(3, 0, 3, 0, false)]  // two insertions in one place
    [InlineData(1, 3, 4, 0, false)]  // an insertion at the end of what goes
    [InlineData(1, 3, 5, 0, true)]
    public void Edits_fit_together_when_they_do_not_touch(int start, int length, int otherStart, int otherLength, bool fits)
    {
        var set = new EditSet();
        Assert.True(set.TryAdd([Edit(start, length, "x")]));
        Assert.Equal(fits, set.Fits([Edit(otherStart, otherLength, "y")]));
        Assert.Equal(fits, set.TryAdd([Edit(otherStart, otherLength, "y")]));
        Assert.Equal(fits ? 2 : 1, set.Edits.Count);
    }

    [Fact]
    public void A_fix_is_taken_whole_or_not_at_all()
    {
        var set = new EditSet();
        set.TryAdd([Edit(4, 2, "x")]);
        Assert.False(set.TryAdd([Edit(0, 1, "y"), Edit(5, 1, "y")]));
        Assert.Equal([Edit(4, 2, "x")], set.Edits);
        Assert.False(set.TryAdd([Edit(8, 2, "y"), Edit(9, 1, "z")]));
    }

    [Fact]
    public void What_two_findings_share_is_done_once()
    {
        var set = new EditSet();
        set.TryAdd([Edit(0, 0, "x"), Edit(3, 1, "y")]);
        Assert.True(set.Holds([Edit(3, 1, "y")]));
        Assert.True(set.TryAdd([Edit(3, 1, "y"), Edit(0, 0, "x")]));
        Assert.Equal("xabcyef", set.Apply("abcdef"));
    }

    [Fact]
    public void The_order_in_which_edits_are_added_plays_no_part() =>
        Gen.Select(Texts, Gen.Int).Sample((text, seed) =>
        {
            var edits = Some(text, new Random(seed)).Edits;
            var shuffled = edits.ToArray();
            new Random(seed).Shuffle(shuffled);
            var other = new EditSet();
            Assert.All(shuffled, edit => Assert.True(other.TryAdd([edit])));
            Assert.Equal(edits, other.Edits);
            Assert.Equal(Naive(text, edits), other.Apply(text));
        });

    [Fact]
    public void One_set_after_another_is_one_set() =>
        Gen.Select(Texts, Gen.Int).Sample((text, seed) =>
        {
            var random = new Random(seed);
            var (all, left) = (new EditSet(), text);
            for (var i = 0; i < 4; i++)
            {
                var next = Some(left, random);
                left = next.Apply(left);
                all = all.Then(next);
                Assert.Equal(left, all.Apply(text));
            }

            // What is composed is in order and apart again, so that it can be told as a patch.
            Assert.All(all.Edits.Zip(all.Edits.Skip(1)), pair => Assert.True(pair.First.Range.End < pair.Second.Range.Start));
        });

    [Fact]
    public void Edits_of_another_text_are_refused()
    {
        var set = new EditSet();
        set.TryAdd([Edit(5, 1, string.Empty)]);
        Assert.Throws<ArgumentException>(() => set.Apply("abc"));
    }

    private static EditSet Some(string text, Random random)
    {
        var set = new EditSet();
        for (var i = random.Next(6); i > 0; i--)
        {
            var start = random.Next(text.Length + 1);
            set.TryAdd([Edit(start, Math.Min(random.Next(4), text.Length - start), random.Next(3) == 0 ? string.Empty : $"<{random.Next(9)}>")]);
        }

        return set;
    }

    private static string Naive(string text, IEnumerable<TextEdit> edits) =>
        edits.Reverse().Aggregate(text, (left, edit) => left.Remove(edit.Range.Start, edit.Range.Length).Insert(edit.Range.Start, edit.NewText));

    private static TextEdit Edit(int start, int length, string text) => new(new TextRange(start, length), text);
}
