import { describe, expect, it } from 'vitest';
import { hostOf, MAX_URL_LENGTH, parsePageUrl, portOf, redirectTarget } from './page-url';

describe('parsePageUrl', () => {
  it.each([
    ['https://news.example/a?b=c#d', 'https://news.example/a?b=c#d'],
    ['http://news.example:8080', 'http://news.example:8080/'],
    ['http://news.example:443/', 'http://news.example:443/'],
    ['http://news.example:1024/', 'http://news.example:1024/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://例え.テスト/', 'https://xn--r8jz45g.xn--zckzah/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0177.0.0.01/', 'http://127.0.0.1/'],
    ['http://127。0。0。1/', 'http://127.0.0.1/'],
    ['http://①②⑦.0.0.1/', 'http://127.0.0.1/'],
    ['http://%31%32%37.1/', 'http://127.0.0.1/'],
    ['http:\\\\127.1\\a', 'http://127.0.0.1/a'],
    ['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/'],
  ])('reads %s', (text, href) => {
    expect(parsePageUrl(text).href).toBe(href);
  });

  it.each([
    ['news.example', 'not a web address'],
    ['', 'not a web address'],
    ['http://', 'not a web address'],
    ['https://:443/', 'not a web address'],
    ['http://a b/', 'not a web address'],
    ['http://256.1.1.1/', 'not a web address'],
    ['http://[fe80::1%25eth0]/', 'not a web address'],
    ['http://./', 'names no site'],
    ['file:///etc/passwd', 'not by file'],
    ['ftp://news.example/', 'not by ftp'],
    ['data:text/html,hello', 'not by data'],
    ['javascript:alert(1)', 'not by javascript'],
    ['gopher://news.example/', 'not by gopher'],
    ['https://me@news.example/', 'user name or a password'],
    ['https://:secret@news.example/', 'user name or a password'],
    ['http://news.example:22/', 'port 22'],
    ['http://news.example:25/', 'port 25'],
    ['http://news.example:0/', 'port 0'],
    ['http://news.example:1023/', 'port 1023'],
  ])('refuses %s', (text, why) => {
    expect(() => parsePageUrl(text)).toThrow(why);
  });

  it('refuses an address that is too long, as typed or as written out', () => {
    const start = 'https://news.example/';
    const longest = start + 'a'.repeat(MAX_URL_LENGTH - start.length);
    expect(parsePageUrl(longest).href).toBe(longest);
    expect(() => parsePageUrl(`${longest}a`)).toThrow('longer than 2,048 characters');
    expect(() => parsePageUrl(start + 'é'.repeat(1000))).toThrow('longer than 2,048 characters');
  });
});

describe('redirectTarget', () => {
  const from = new URL('https://news.example/a/b');

  it.each([
    ['c', 'https://news.example/a/c'],
    ['/c', 'https://news.example/c'],
    ['//other.example/c', 'https://other.example/c'],
    ['https://other.example:8443/', 'https://other.example:8443/'],
  ])('follows %s', (location, href) => {
    expect(redirectTarget(from, location).href).toBe(href);
  });

  it.each([
    ['http://news.example/a', 'secure address to one that is not'],
    ['file:///etc/passwd', 'not by file'],
    ['https://me:secret@other.example/', 'user name or a password'],
    ['https://other.example:22/', 'port 22'],
    ['https://', 'no web address'],
    [`/${'a'.repeat(3000)}`, 'longer than'],
  ])('refuses %s', (location, why) => {
    expect(() => redirectTarget(from, location)).toThrow(new RegExp(why));
  });

  it('follows from http to https', () => {
    const plain = new URL('http://news.example/');
    expect(redirectTarget(plain, 'https://news.example/').protocol).toBe('https:');
  });
});

it.each([
  ['http://news.example./', 'news.example', 80],
  ['https://news.example/', 'news.example', 443],
  ['http://[::1]:8080/', '::1', 8080],
])('takes host and port from %s', (text, host, port) => {
  expect(hostOf(new URL(text))).toBe(host);
  expect(portOf(new URL(text))).toBe(port);
});
